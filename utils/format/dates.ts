import { calendar, perLocale, perLocaleAndZone } from './per-locale';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/**
 * How long ago: `5 minutes ago`, `23 hours ago`, and from 24 hours on the days of the player's calendar, `yesterday`,
 * `29 days ago`: 30 hours before a morning is the day before yesterday. Null where it is less than a minute: a clock that
 * is a little wrong must not say "in 2 minutes" of what has happened.
 */
export function timeSince(instant: number, now: number, locale: string): string | null {
  const passed = now - instant;
  if (passed < MINUTE) return null;
  const days = passed < DAY ? 0 : calendarDayOf(now) - calendarDayOf(instant);
  if (days > 0) return relative(locale).format(-days, 'day');
  const [unit, length] = passed < HOUR ? (['minute', MINUTE] as const) : (['hour', HOUR] as const);
  return relative(locale).format(-Math.floor(passed / length), unit);
}

/** Writes instants in one way: as clocks are here, or by the player's calendar. */
export function instants(
  options: Intl.DateTimeFormatOptions,
  isOnCalendar = false,
): (instant: number, locale: string) => string {
  const formats = perLocaleAndZone(
    (locale) =>
      new Intl.DateTimeFormat(
        locale,
        isOnCalendar ? { ...options, timeZone: calendar.zone } : options,
      ),
  );
  return (instant, locale) => formats(locale).format(instant);
}

const shownDays = instants({ year: 'numeric', month: 'numeric', day: 'numeric' }, true);

/** The day that the player's calendar shows, as days since 1 January 1970. */
export function calendarDayOf(instant: number): number {
  // `2027-01-18`, as Swedes write it.
  return Date.parse(shownDays(instant, 'sv-u-ca-gregory-nu-latn')) / DAY;
}

const IN_FULL = { dateStyle: 'long', timeStyle: 'short' } as const;

/** Day and time in full, for example `18 January 2027 at 14:32`: here, and by the player's calendar. */
export const exactly = instants(IN_FULL);
export const exactlyOnCalendar = instants(IN_FULL, true);

/** The day of the player's calendar, short, for example `18 Jan 2027`, and the time on it. */
export const shortDay = instants({ dateStyle: 'medium' }, true);
export const timeOnCalendar = instants({ timeStyle: 'short' }, true);

const dayHere = instants({});

/** The time, for example `14:32`. */
export const timeOfDay = instants({ timeStyle: 'short' });

/** Day and time, short, for example `18 Jan 2027, 14:32`. */
export const shortly = instants({ dateStyle: 'medium', timeStyle: 'short' });

/**
 * The time, with its day where that is not today: `14:32`, or `18 Jan 2027, 14:32`. What halves the day, as `PM` does,
 * begins no line.
 */
export function clock(instant: number, now: number, locale: string): string {
  const onOtherDay = dayHere(instant, locale) !== dayHere(now, locale);
  return (onOtherDay ? shortly : timeOfDay)(instant, locale).replace(/(:\d\d) /, '$1\u00a0');
}
