import type { LibraryTitle } from '../library/title';
import type { FetchableTitle } from '../sync/fetch-prospect';
import { sumOfGrades } from '../trophies/grades';
import { PER_TROPHY, type SetEarnings } from './earnings';
import type { TrophyLog } from './trophy-log';

/** What of a title its list says of its trophies. */
export type CountedTitle = Pick<LibraryTitle, 'earned' | 'lastUpdatedAt'> & FetchableTitle;

/** Trophies that Sony counts of a title and that are not in the log. */
export interface MissingTrophies {
  title: CountedTitle;
  trophies: number;
  /** Nothing of the title is in the log. */
  isWhole: boolean;
}

/** How much of what Sony counts is in the log. */
export interface LogCoverage {
  /** Trophies in the log that have a date. */
  dated: number;
  undated: number;
  /** Trophies that there are by Sony's lists; null where it does not say of a title, or one cannot be read here. */
  total: number | null;
  /** The titles of which trophies are missing. */
  missing: readonly MissingTrophies[];
  /** Titles of which Sony does not say how many were earned, and nothing is in the log. */
  uncounted: readonly CountedTitle[];
}

/**
 * Of a title that has more in the log than its list says the log is right: the list is older.
 * @param unreadable so many titles are stored and cannot be read: nobody knows what they have
 */
export function coverageOf(
  log: TrophyLog,
  titles: readonly CountedTitle[],
  unreadable = 0,
): LogCoverage {
  const logged = new Map(log.sets.map((set) => [set.npCommunicationId, trophiesIn(set)]));
  const missing: MissingTrophies[] = [];
  let total = log.count;
  const uncounted: CountedTitle[] = [];
  for (const title of titles) {
    const here = logged.get(title.npCommunicationId);
    const earned = sumOfGrades(title.earned);
    if (earned === null && here === undefined) uncounted.push(title);
    const trophies = Math.max(0, (earned ?? 0) - (here ?? 0));
    if (trophies === 0) continue;
    total += trophies;
    missing.push({ title, trophies, isWhole: (here ?? 0) === 0 });
  }
  return {
    dated: log.count - log.undated,
    undated: log.undated,
    total: uncounted.length + unreadable > 0 ? null : total,
    ...{ missing, uncounted },
  };
}

/** Each trophy that there is has its date here; false while nobody knows. */
export function isAllDated(coverage: LogCoverage | null): boolean {
  return coverage !== null && coverage.dated === coverage.total;
}

export function trophiesIn({ trophies }: Pick<SetEarnings, 'trophies'>): number {
  return trophies.length / PER_TROPHY;
}
