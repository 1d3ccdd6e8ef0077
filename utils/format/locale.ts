/**
 * The texts are English, so dates and numbers are too. The reader's own English decides how they look;
 * who reads no English gets the day before the month and the 24 hour clock.
 */
export function readerLocale(languages: readonly string[]): string {
  return languages.find((language) => /^en(-|$)/.test(language)) ?? 'en-GB';
}
