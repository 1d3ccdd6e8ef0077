import { calendarDayOf } from './dates';

const DAY = 86_400_000;

/** The year of the player's calendar that an instant is in. */
export function calendarYearOf(instant: number): number {
  return new Date(calendarDayOf(instant) * DAY).getUTCFullYear();
}
