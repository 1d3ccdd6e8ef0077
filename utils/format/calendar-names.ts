import { instants } from './dates';
import { perLocale } from './per-locale';

const DAY = 86_400_000;
/** A Sunday: what follows it are the other weekdays. */
const SUNDAY = Date.UTC(2026, 0, 4);

type Width = 'long' | 'short' | 'narrow';

const named = perLocale((locale) => ({
  weekday: eachWidth((weekday) => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })),
  month: eachWidth((month) => new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' })),
  hour: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }),
  shortHour: new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' }),
}));

/** A weekday, 0 for Sunday. */
export function weekdayName(weekday: number, width: Width, locale: string): string {
  return named(locale).weekday[width].format(SUNDAY + weekday * DAY);
}

/** A month, 0 for January. */
export function monthName(month: number, width: Width, locale: string): string {
  return named(locale).month[width].format(Date.UTC(2026, month, 15));
}

/** The beginning of an hour, for example `14:00`. */
export function hourName(hour: number, locale: string): string {
  return named(locale).hour.format(SUNDAY + (hour % 24) * 3_600_000);
}

/** The same with as little as says it: `14`, `2 PM`. */
export function hourShortly(hour: number, locale: string): string {
  return named(locale).shortHour.format(SUNDAY + hour * 3_600_000);
}

const civilDays = instants({ dateStyle: 'medium', timeZone: 'UTC' });
const civilDaysWithWeekday = instants({ dateStyle: 'full', timeZone: 'UTC' });

/** A civil day (days since 1970), for example `18 Jan 2027`. */
export function civilDay(day: number, locale: string): string {
  return civilDays(day * DAY, locale);
}

/** The same in full, for example `Monday, 18 January 2027`. */
export function civilDayInFull(day: number, locale: string): string {
  return civilDaysWithWeekday(day * DAY, locale);
}

/** What browsers tell of a locale's week, the newer ones by a method. */
interface WithWeek {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** On which weekday a week begins where the reader is, 0 for Sunday. Monday where no browser says it. */
export const firstWeekday = perLocale((locale) => {
  const of = new Intl.Locale(locale) as WithWeek;
  return (of.getWeekInfo?.() ?? of.weekInfo ?? { firstDay: 1 }).firstDay % 7;
});

function eachWidth<Made>(make: (width: Width) => Made): Record<Width, Made> {
  return { long: make('long'), short: make('short'), narrow: make('narrow') };
}
