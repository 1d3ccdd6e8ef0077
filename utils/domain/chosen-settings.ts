/** Those that are chosen for every computer: none that wants something of this browser, a sign-in or a permission. */
export const CHOSEN_SETTINGS = [
  ...(['syncHour', 'everyGame', 'picksNewGames', 'showsSecrets', 'showsPictures'] as const),
  ...(['usualView', 'zone', 'refusedZone'] as const),
];
export type ChosenSetting = (typeof CHOSEN_SETTINGS)[number];
