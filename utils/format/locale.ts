/** How dates and numbers look to who reads a language, where nothing says what country they are from. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  // The day before the month, and the 24 hour clock.
  en: 'en-GB',
};

/**
 * The locale of texts in a language: dates and numbers are in it too, and the reader's own region decides how they
 * look. Always one that `Intl` takes: preferences and the system's environment can make a browser say `en-US@posix` or
 * `C`.
 */
export function localeOf(
  language: string,
  languages: readonly string[] = navigator.languages,
): string {
  const isOfLanguage = (locale: string): boolean => locale.split('-')[0] === language;
  return languages.map(canonical).find(isOfLanguage) ?? ELSEWHERE[language] ?? language;
}

const FROM_THE_RIGHT = ['Arab', 'Hebr'];

/** From which side a language is read. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const { script = '' } = new Intl.Locale(language).maximize();
  return FROM_THE_RIGHT.includes(script) ? 'rtl' : 'ltr';
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
