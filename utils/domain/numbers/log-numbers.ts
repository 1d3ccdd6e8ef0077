import { isKnown } from '../library/instant';
import { sumOfGrades } from '../trophies/grades';
import { coverageOf, trophiesIn, type CountedTitle, type LogCoverage } from './log-coverage';
import type { TrophyLog } from './trophy-log';

/** "Your n-th trophy": the number of each place of the log, counted from the first that was ever earned. */
export interface LogNumbers {
  /** The newest one's; null where Sony does not say of a title how many were earned. */
  newest: number | null;
  /** From this place on numbers are exact; below it they are about right. Behind the last where none is. */
  exactFrom: number;
  /** Null of a trophy without a date: those have the first numbers, and nobody knows which. */
  at: (place: number) => number | null;
}

/**
 * Trophies that are missing in the log were earned no later than Sony's last word of their title: whatever is later
 * has as many after it as the log says, and its number is exact. Further down the missing ones of a title count as
 * earned at that last word. Where a title that is whole in the log has a trophy later than that, nothing is exact.
 */
export function logNumbers(
  log: TrophyLog,
  titles: readonly CountedTitle[],
  unreadable = 0,
): LogNumbers {
  const coverage = coverageOf(log, titles, unreadable);
  const missing = coverage.missing
    .map(({ title, trophies }) => ({ trophies, until: title.lastUpdatedAt }))
    .sort((one, other) => one.until - other.until);
  // How many are missing of the titles up to each of them.
  const sums: number[] = [];
  for (const { trophies } of missing) sums.push((sums.at(-1) ?? 0) + trophies);
  const missingUntil = (at: number): number =>
    sums[firstAbove(missing.length, (index) => missing[index]!.until, at * 1_000) - 1] ?? 0;
  return {
    newest: coverage.total,
    exactFrom: exactFrom(log, titles, coverage),
    at: (place) => (place < log.undated ? null : place + 1 + missingUntil(log.at[place]!)),
  };
}

function exactFrom(
  log: TrophyLog,
  titles: readonly CountedTitle[],
  { missing, total }: LogCoverage,
): number {
  if (total === null) return log.count;
  if (missing.length === 0) return log.undated;
  const instants = missing.map(({ title }) => title.lastUpdatedAt);
  if (!instants.every(isKnown) || isDisproved(log, titles)) return log.count;
  const line = Math.max(...instants);
  const place = firstAbove(log.count, (at) => log.at[at]! * 1_000, line);
  return Math.max(log.undated, place);
}

/** True where Sony's last word of a title is older than one of its trophies, though it has counted that. */
function isDisproved({ sets }: TrophyLog, titles: readonly CountedTitle[]): boolean {
  const byId = new Map(titles.map((title) => [title.npCommunicationId, title]));
  return sets.some((set) => {
    const title = byId.get(set.npCommunicationId);
    if (title === undefined || set.lastAt === null || !isKnown(title.lastUpdatedAt)) return false;
    const isCounted = sumOfGrades(title.earned) === trophiesIn(set);
    // Sony may leave out the fraction of a second in one of both.
    return isCounted && set.lastAt > Math.floor(title.lastUpdatedAt / 1_000);
  });
}

/** The first index whose value is above a limit, where values rise; how many there are where none is. */
function firstAbove(count: number, valueOf: (index: number) => number, limit: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueOf(middle) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
