import { weekdayOf } from './civil-time';
import { sumOf } from './rounding';

/** From so many trophies on, the hours of the week say something. */
const LEAST = 20;

/** At which hours of the week trophies were earned. */
export interface HoursOfWeek {
  /** From Monday on, 24 hours each. */
  cells: number[][];
  weekdays: number[];
  hours: number[];
  trophies: number;
  isEnough: boolean;
}

/**
 * @param days the civil day of each trophy, 0 where it has no date
 * @param hours what the clock showed, 0 to 23: an hour that came twice in a night is one
 */
export function hoursOfWeek(days: ArrayLike<number>, hours: ArrayLike<number>): HoursOfWeek {
  const cells = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  // Most have the day of the one before: which weekday that is need not be asked again.
  let [of, row] = [0, [] as number[]];
  for (let place = 0; place < days.length; place += 1) {
    const [day, hour] = [days[place] ?? 0, hours[place] ?? 0];
    if (day === 0) continue;
    if (day !== of) [of, row] = [day, cells[weekdayOf(day)] ?? row];
    row[hour] = (row[hour] ?? 0) + 1;
  }
  const weekdays = cells.map(sumOf);
  const trophies = sumOf(weekdays);
  return {
    ...{ cells, weekdays, trophies, isEnough: trophies >= LEAST },
    hours: Array.from({ length: 24 }, (_, hour) => sumOf(cells.map((row) => row[hour] ?? 0))),
  };
}
