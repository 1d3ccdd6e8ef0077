/** The platforms that are known, in Sony's words, the newest consoles first. */
export const PLATFORMS = ['PS5', 'PS4', 'PS3', 'PSVITA', 'PSPC'];

/** The platforms in a text such as `PS5, ps4`, each of them once; one that is not known is as it is written. */
export function platformsNamed(text: string): string[] {
  const platforms = text.split(',').map((platform) => inSonysWord(platform.trim()));
  return [...new Set(platforms)].filter((platform) => platform !== '');
}

function inSonysWord(platform: string): string {
  return PLATFORMS.find((known) => known === platform.toUpperCase()) ?? platform;
}
