import { sayingOf } from './later-row';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** The settings that go into a copy: none that wants something of this browser, a sign-in or a permission. */
export const COPIED_SETTINGS = [
  ...(['syncHour', 'everyGame', 'picksNewGames', 'showsSecrets', 'showsPictures'] as const),
  ...(['usualView', 'savedViews', 'zone', 'refusedZone'] as const),
];
export type CopiedSetting = (typeof COPIED_SETTINGS)[number];

/**
 * Which of them a copy has otherwise than they are here. What was never set is as it is by itself; a copy without any
 * says nothing of them.
 */
export function settingsDiffering(here: Settings, copied: Partial<Settings>): CopiedSetting[] {
  if (Object.keys(copied).length === 0) return [];
  return COPIED_SETTINGS.filter((name) => saidOf(here, name) !== saidOf(copied, name));
}

function saidOf(settings: Partial<Settings>, name: CopiedSetting): string {
  const value = settings[name] === undefined ? { ...DEFAULT_SETTINGS }[name] : settings[name];
  const isNothing = Array.isArray(value) && value.length === 0;
  return sayingOf(isNothing || value === undefined ? null : value);
}
