/** Sony's words that players write differently. */
const WRITTEN = new Map([
  ['PSVITA', 'PS Vita'],
  ['PSPC', 'PC'],
]);

/** A platform as players write it. What we do not know stays as Sony has it. */
export function platformName(platform: string): string {
  return WRITTEN.get(platform) ?? platform;
}

/** Each of a game's platforms once, as one text. */
export function platformNames(platforms: readonly string[]): string {
  const known = new Set(platforms.filter((platform) => platform.trim() !== ''));
  return [...known].map(platformName).join(' · ');
}
