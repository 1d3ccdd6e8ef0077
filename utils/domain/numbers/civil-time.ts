/** From an instant on, in seconds since 1970, clocks show so many seconds more than UTC. */
export interface OffsetChange {
  from: number;
  offset: number;
}

/** A time zone as a table of its changes, the earliest first. `utils/format/time-zones.ts` makes it. */
export type ZoneTable = readonly OffsetChange[];

/** A day of a calendar. Months are counted from 1. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

const SECONDS_A_DAY = 86_400;
const SECONDS_AN_HOUR = 3_600;
const MILLISECONDS_A_DAY = 1_000 * SECONDS_A_DAY;

/** What clocks show at an instant, as the seconds since 1970 of a clock that shows UTC. */
export function localSecondsAt(zone: ZoneTable, at: number): number {
  let [low, high] = [0, zone.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((zone[middle]?.from ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return at + (zone[low]?.offset ?? 0);
}

/**
 * The day that the calendar shows at an instant, as days since 1 January 1970. Never milliseconds by the length of a
 * day: one may have 23 hours, 25, or never have been.
 * @param at seconds since 1970
 */
export function civilDayAt(zone: ZoneTable, at: number): number {
  return civilDayOfClock(localSecondsAt(zone, at));
}

/** The same of what the clocks show. */
export function civilDayOfClock(localSeconds: number): number {
  return Math.floor(localSeconds / SECONDS_A_DAY);
}

/** The hour that clocks show at an instant, 0 to 23. */
export function hourAt(zone: ZoneTable, at: number): number {
  return hourOfClock(localSecondsAt(zone, at));
}

/** The same of what the clocks show. */
export function hourOfClock(localSeconds: number): number {
  const midnight = civilDayOfClock(localSeconds) * SECONDS_A_DAY;
  return Math.floor((localSeconds - midnight) / SECONDS_AN_HOUR);
}

/** The day of the week, Monday 0 to Sunday 6. */
export function weekdayOf(civilDay: number): number {
  // 1 January 1970 was a Thursday.
  return positiveRest(civilDay + 3, 7);
}

export function dateOf(civilDay: number): CivilDate {
  const date = new Date(civilDay * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The number of a day; of one that the month does not have, as many days later. */
export function civilDayOf({ year, month, day }: CivilDate): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

function positiveRest(value: number, by: number): number {
  return ((value % by) + by) % by;
}
