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
  /** The sets of which the log has trophies that Sony has taken back. */
  takenBack: ReadonlySet<string>;
}

/**
 * Trophies that are missing in the log were earned no later than Sony's last word of their title: whatever is later
 * has as many after it as the log says, and its number is exact. Further down the missing ones of a title count as
 * earned at that last word. Where a title that is whole in the log has a trophy later than that, nothing is exact.
 * Trophies that were taken back are no later than the last of their title in the log, and count as that one.
 */
export function logNumbers(
  log: TrophyLog,
  titles: readonly CountedTitle[],
  unreadable = 0,
): LogNumbers {
  const coverage = coverageOf(log, titles, unreadable);
  const missing = [...missingOf(coverage), ...takenBackOf(log, coverage)].sort(
    (one, other) => one.until - other.until,
  );
  // How many are missing of the titles up to each of them.
  const sums: number[] = [];
  for (const { trophies } of missing) sums.push((sums.at(-1) ?? 0) + trophies);
  const missingUntil = (at: number): number =>
    sums[firstAbove(missing.length, (index) => missing[index]!.until, at * 1_000) - 1] ?? 0;
  return {
    newest: coverage.total,
    exactFrom: exactFrom(log, titles, coverage),
    takenBack: new Set(
      coverage.missing.flatMap(({ title, takenBack }) =>
        takenBack > 0 ? title.npCommunicationId : [],
      ),
    ),
    at: (place) => (place < log.undated ? null : place + 1 + missingUntil(log.at[place]!)),
  };
}

/** So many more trophies than the log has, or fewer, were earned up to an instant. */
interface Difference {
  trophies: number;
  until: number;
}

function missingOf({ missing }: LogCoverage): Difference[] {
  return missing.flatMap(({ title, trophies }) =>
    trophies > 0 ? { trophies, until: title.lastUpdatedAt } : [],
  );
}

function takenBackOf({ sets }: TrophyLog, { missing }: LogCoverage): Difference[] {
  const taken = missing.filter(({ takenBack }) => takenBack > 0);
  if (taken.length === 0) return [];
  const lastOf = new Map(sets.map((set) => [set.npCommunicationId, set.lastAt]));
  return taken.map(({ title, takenBack }) => {
    // What has no date is before all that has one.
    const until = (lastOf.get(title.npCommunicationId) ?? 0) * 1_000;
    return { trophies: -takenBack, until };
  });
}

function exactFrom(log: TrophyLog, titles: readonly CountedTitle[], coverage: LogCoverage): number {
  if (coverage.total === null) return log.count;
  if (coverage.missing.length === 0) return log.undated;
  const instants = [...missingOf(coverage), ...takenBackOf(log, coverage)].map(
    ({ until }) => until,
  );
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
