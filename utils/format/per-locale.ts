/** Makes something once for each locale. Formatters are costly to make: a row of the library needs twenty. */
export function perLocale<Formatter>(
  make: (locale: string) => Formatter,
): (locale: string) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale) => {
    const ready = made.get(locale);
    if (ready !== undefined) return ready;
    const formatter = make(locale);
    made.set(locale, formatter);
    return formatter;
  };
}
