import { perLocale, perLocaleAndZone } from './per-locale';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Each unit with how long it lasts, the longest first. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

const relative = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const inFull = perLocaleAndZone(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }),
);
const shortDays = perLocaleAndZone(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
);
const daysOfYear = perLocaleAndZone(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }),
);
const times = perLocaleAndZone((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));

/**
 * How long ago, in the largest unit that is full: `5 minutes ago`, `yesterday`, `3 years ago`. Null where it is less
 * than a minute: a clock that is a little wrong must not say "in 2 minutes" of what has happened.
 */
export function timeSince(instant: number, now: number, locale: string): string | null {
  const passed = Math.max(0, now - instant);
  const unit = UNITS.find(([, length]) => passed >= length);
  if (unit === undefined) return null;
  return relative(locale).format(-Math.floor(passed / unit[1]), unit[0]);
}

/** Day and time in full, for example `18 January 2027 at 14:32`. */
export function exactly(instant: number, locale: string): string {
  return inFull(locale).format(instant);
}

/** The day, short, for example `18 Jan 2027`. */
export function shortDay(instant: number, locale: string): string {
  return shortDays(locale).format(instant);
}

/** The day without its year, where it is near: `25 January`. */
export function dayOfYear(instant: number, locale: string): string {
  return daysOfYear(locale).format(instant);
}

/** The time, for example `14:32`. */
export function timeOfDay(instant: number, locale: string): string {
  return times(locale).format(instant);
}

/** The time, with its day where that is not today: `14:32`, or `18 Jan 2027, 14:32`. */
export function clock(instant: number, now: number, locale: string): string {
  const time = timeOfDay(instant, locale);
  const onOtherDay = shortDay(instant, locale) !== shortDay(now, locale);
  return onOtherDay ? `${shortDay(instant, locale)}, ${time}` : time;
}
