import { civilDayOf, dateOf, weekdayOf } from './civil-time';

/** Days in a row, civil days by their numbers, both in it: a week, a month. */
export interface DaySpan {
  first: number;
  last: number;
}

/** The weeks that have a day from the first to the last. @param begins the weekday that a week begins with, Monday 0 */
export function weeksBetween(first: number, last: number, begins: number): DaySpan[] {
  const weeks: DaySpan[] = [];
  for (let day = first - ((weekdayOf(first) - begins + 7) % 7); day <= last; day += 7) {
    weeks.push({ first: day, last: day + 6 });
  }
  return weeks;
}

/** The months that have a day from the first to the last. */
export function monthsBetween(first: number, last: number): DaySpan[] {
  const months: DaySpan[] = [];
  for (let day = first; day <= last;) {
    const { year, month } = dateOf(day);
    const next = civilDayOf({ year, month: month + 1, day: 1 });
    months.push({ first: civilDayOf({ year, month, day: 1 }), last: next - 1 });
    day = next;
  }
  return months;
}

/** A civil year. */
export function yearSpan(year: number): DaySpan {
  const begin = (of: number): number => civilDayOf({ year: of, month: 1, day: 1 });
  return { first: begin(year), last: begin(year + 1) - 1 };
}

/** The year of a day as far as that day, and the same of the year before: of a 29 February as far as the 28th. */
export function yearsSoFar(day: number): { running: DaySpan; before: DaySpan } {
  const date = dateOf(day);
  const isLeapDay = date.month === 2 && date.day === 29;
  const until = civilDayOf({
    ...{ year: date.year - 1, month: date.month },
    day: isLeapDay ? 28 : date.day,
  });
  return {
    running: { first: yearSpan(date.year).first, last: day },
    before: { first: yearSpan(date.year - 1).first, last: until },
  };
}
