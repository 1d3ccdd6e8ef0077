import { dateOf } from './civil-time';
import { earnedTogether, type EarnedCount, type TrophyDay } from './trophy-days';

/** A month of a year. */
export interface TrophyMonth {
  /** From 1. */
  month: number;
  /** Null of a month of which nothing is known yet. */
  earned: EarnedCount | null;
  /** It goes on. */
  isRunning: boolean;
}

/** The twelve months of a civil year. @param until the last day that is known */
export function monthsOfYear(
  days: readonly TrophyDay[],
  year: number,
  until: number,
): TrophyMonth[] {
  const now = dateOf(until);
  const byMonth = Array.from({ length: 12 }, (): TrophyDay[] => []);
  for (const each of days) {
    const date = dateOf(each.day);
    if (date.year === year) byMonth[date.month - 1]?.push(each);
  }
  return byMonth.map((those, index) => {
    const month = index + 1;
    const isAhead = year > now.year || (year === now.year && month > now.month);
    // A clock that was a little ahead has earned something there.
    const earned = isAhead && those.length === 0 ? null : earnedTogether(those);
    return { month, earned, isRunning: year === now.year && month === now.month };
  });
}

export interface TrophyYear extends EarnedCount {
  year: number;
  isRunning: boolean;
}

/** Each year from that of the first trophy to that of the last day that is known. */
export function yearsWithTrophies(days: readonly TrophyDay[], until: number): TrophyYear[] {
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const now = dateOf(until).year;
  const begin = dateOf(first.day).year;
  const end = Math.max(now, dateOf(last.day).year);
  const byYear = new Map<number, TrophyDay[]>();
  for (const each of days) {
    const { year } = dateOf(each.day);
    const those = byYear.get(year) ?? [];
    byYear.set(year, those);
    those.push(each);
  }
  return Array.from({ length: end - begin + 1 }, (_, index) => {
    const year = begin + index;
    return { year, isRunning: year === now, ...earnedTogether(byYear.get(year) ?? []) };
  });
}

/** How many trophies there were at the end of each day with one. Those without a date were there before. */
export function cumulated(
  days: readonly TrophyDay[],
  undated: number,
): { day: number; trophies: number }[] {
  let sum = undated;
  return days.map(({ day, trophies }) => ({ day, trophies: (sum += trophies) }));
}
