import { perLocale, perLocaleAndZone } from './per-locale';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** The day that the calendar shows here, as days since 1 January 1970. */
export function civilDayHere(instant: number): number {
  const here = new Date(instant);
  return Date.UTC(here.getFullYear(), here.getMonth(), here.getDate()) / DAY;
}

/**
 * How long ago: `5 minutes ago`, `23 hours ago`, and from 24 hours on the days of the calendar, `yesterday`,
 * `29 days ago`: 30 hours before a morning is the day before yesterday. Null where it is less than a minute: a clock that
 * is a little wrong must not say "in 2 minutes" of what has happened.
 */
export function timeSince(instant: number, now: number, locale: string): string | null {
  const passed = now - instant;
  if (passed < MINUTE) return null;
  const days = passed < DAY ? 0 : civilDayHere(now) - civilDayHere(instant);
  if (days > 0) return relative(locale).format(-days, 'day');
  const [unit, length] = passed < HOUR ? (['minute', MINUTE] as const) : (['hour', HOUR] as const);
  return relative(locale).format(-Math.floor(passed / length), unit);
}

/** Writes instants in one way. */
export function instants(
  options: Intl.DateTimeFormatOptions,
): (instant: number, locale: string) => string {
  const formats = perLocaleAndZone((locale) => new Intl.DateTimeFormat(locale, options));
  return (instant, locale) => formats(locale).format(instant);
}

/** Day and time in full, for example `18 January 2027 at 14:32`. */
export const exactly = instants({ dateStyle: 'long', timeStyle: 'short' });

/** The day, short, for example `18 Jan 2027`. */
export const shortDay = instants({ dateStyle: 'medium' });

/** The time, for example `14:32`. */
export const timeOfDay = instants({ timeStyle: 'short' });

/** Day and time, short, for example `18 Jan 2027, 14:32`. */
export const shortly = instants({ dateStyle: 'medium', timeStyle: 'short' });

/**
 * The time, with its day where that is not today: `14:32`, or `18 Jan 2027, 14:32`. What halves the day, as `PM` does,
 * begins no line.
 */
export function clock(instant: number, now: number, locale: string): string {
  const onOtherDay = shortDay(instant, locale) !== shortDay(now, locale);
  return (onOtherDay ? shortly : timeOfDay)(instant, locale).replace(/(:\d\d) /, '$1\u00a0');
}
