import { civilDayOf, dateOf } from './civil-time';
import type { CivilColumns, TrophyLog } from './trophy-log';

/** The trophies of one day that are shown, one after the other. */
export interface LogDay {
  /** Days since 1970; null: their date is not known. */
  day: number | null;
  /** Where the day begins among the trophies that are shown. */
  start: number;
  count: number;
}

/** The days of the trophies at these places, which stand the newest first; those without a date are the last. */
export function logDays(log: TrophyLog, civil: CivilColumns, places: ArrayLike<number>): LogDay[] {
  const days: LogDay[] = [];
  let last: LogDay | undefined;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index]!;
    const day = place < log.undated ? null : civil.day[place]!;
    if (last?.day !== day || last === undefined) {
      last = { day, start: index, count: 0 };
      days.push(last);
    }
    last.count += 1;
  }
  return days;
}

/** What a column of the log has at these places. */
export function valuesAt(column: ArrayLike<number>, places: ArrayLike<number>): Int32Array {
  const values = new Int32Array(places.length);
  for (let index = 0; index < values.length; index += 1) values[index] = column[places[index]!]!;
  return values;
}

/** The number of the day that an item is of. */
export function dayAround(days: readonly LogDay[], index: number): number {
  let [low, high] = [0, days.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (days[middle]!.start <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a place stands among those that are shown, the newest first; -1 where it is not shown. */
export function indexOfPlace(places: ArrayLike<number>, place: number): number {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= place) high = middle;
    else low = middle + 1;
  }
  return places[low] === place ? low : -1;
}

/** The years of these days, the newest first, each with where it begins among the trophies that are shown. */
export function yearsIn(days: readonly LogDay[]): { year: number; start: number }[] {
  const years: { year: number; start: number }[] = [];
  let firstOfYear = Infinity;
  for (const { day, start } of days) {
    if (day === null || day >= firstOfYear) continue;
    const { year } = dateOf(day);
    years.push({ year, start });
    firstOfYear = civilDayOf({ year, month: 1, day: 1 });
  }
  return years;
}
