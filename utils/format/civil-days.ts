import { perLocale } from './per-locale';

const DAY = 86_400_000;

/** Writes days of the calendar, as days since 1970: whoever writes them has put the zone behind. */
function civilDays(options: Intl.DateTimeFormatOptions): (day: number, locale: string) => string {
  const formats = perLocale(
    (locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
  );
  return (day, locale) => formats(locale).format(day * DAY);
}

/** The number of a day as an address has it: `2026-11-26`. */
export function civilDayNamed(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** A civil day as an address and a field for dates have it: `2026-11-26`. */
export function dayOfCalendar(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** With its weekday, for example `Thu, 26 Nov 2026`. */
export const dayAndWeekday = civilDays({
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
});

/** For example `November 2026`. */
export const monthOfCalendar = civilDays({ month: 'long', year: 'numeric' });

const times = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }),
);

/** The time on clocks that show so many seconds since 1970, for example `14:32`. */
export function timeOnClocks(localSeconds: number, locale: string): string {
  return times(locale).format(localSeconds * 1_000);
}
