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

const WINTER = new Date('2026-01-01');
const SUMMER = new Date('2026-07-01');

/** By which zone the days of the player's calendar are counted, wherever they travel; undefined: by where this device is. */
export const calendar: { zone: string | undefined } = { zone: undefined };

/** Has the days of the player's calendar counted by a zone. One that this browser does not know is its own. */
export function countDaysIn(zone: string | undefined): void {
  calendar.zone = zone;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    calendar.zone = undefined;
  }
}

/** The same for what shows instants: made anew where a time zone has changed while a page is open. */
export function perLocaleAndZone<Formatter>(
  make: (locale: string) => Formatter,
): (locale: string) => Formatter {
  let zone: string | null = null;
  let made = perLocale(make);
  return (locale) => {
    const current = zoneKey();
    if (current !== zone) made = perLocale(make);
    zone = current;
    return made(locale);
  };
}

/** Tells zones apart by their offsets: to ask for the zone's name takes three hundred times as long. */
export function zoneKey(): string {
  const offsets = [WINTER, SUMMER].map((instant) => instant.getTimezoneOffset());
  return [...offsets, calendar.zone].join(' ');
}
