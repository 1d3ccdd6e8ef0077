/**
 * The texts are English, so dates and numbers are too. The reader's own English decides how they look;
 * who reads no English gets the day before the month and the 24 hour clock. Always one that `Intl` takes: preferences
 * and the system's environment can make a browser say `en-US@posix` or `C`.
 */
export function readerLocale(languages: readonly string[] = navigator.languages): string {
  return languages.map(canonical).find((locale) => /^en(-|$)/.test(locale)) ?? 'en-GB';
}

/** Empty where it is no language tag, whatever its end is. */
function canonical(language: string): string {
  const [tag = ''] = language.split(/[@.]/);
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? '';
  } catch {
    return '';
  }
}
