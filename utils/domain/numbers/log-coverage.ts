import { isKnown } from '../library/instant';
import type { LibraryTitle } from '../library/title';
import { earnedKey, takenBackSince } from '../sync/answer-keys';
import type { FetchableTitle } from '../sync/fetch-prospect';
import { sumOfGrades } from '../trophies/grades';
import type { DaySpan } from './day-spans';
import { PER_TROPHY, type SetEarnings } from './earnings';
import type { TrophyLog } from './trophy-log';

const A_DAY = 86_400_000;

/** What of a title its list says of its trophies. */
export type CountedTitle = Pick<LibraryTitle, 'earned' | 'lastUpdatedAt'> & FetchableTitle;

/** How the log of a title is another one than its list: trophies that Sony counts are not in it, or others are. */
export interface MissingTrophies {
  title: CountedTitle;
  /** So many are not in it. */
  trophies: number;
  /** So many are in it, and Sony has taken them back since: nobody knows which. */
  takenBack: number;
  /** Nothing of the title is in the log. */
  isWhole: boolean;
}

/** How much of what Sony counts is in the log. */
export interface LogCoverage {
  /** Trophies in the log that have a date, without as many as were taken back. */
  dated: number;
  undated: number;
  /** Trophies that there are by Sony's lists; null where it does not say of a title, or one cannot be read here. */
  total: number | null;
  /** The titles of which trophies are missing, or were taken back. */
  missing: readonly MissingTrophies[];
  /** Titles of which Sony does not say how many were earned, and nothing is in the log. */
  uncounted: readonly CountedTitle[];
}

/**
 * Of a title that has more in the log than its list says the log is right where it was fetched for that list, or nobody
 * knows for which: the list is older. Where the list has changed since, Sony has taken some back.
 * @param unreadable so many titles are stored and cannot be read: nobody knows what they have
 */
export function coverageOf(
  log: TrophyLog,
  titles: readonly CountedTitle[],
  unreadable = 0,
): LogCoverage {
  const logged = new Map(log.sets.map((set) => [set.npCommunicationId, trophiesIn(set)]));
  const missing: MissingTrophies[] = [];
  let [total, lost] = [log.count, 0];
  const uncounted: CountedTitle[] = [];
  for (const title of titles) {
    const here = logged.get(title.npCommunicationId);
    const earned = sumOfGrades(title.earned);
    if (earned === null && here === undefined) uncounted.push(title);
    const takenBack = takenBackOf(title, here ?? 0);
    const trophies = Math.max(0, (earned ?? 0) - ((here ?? 0) - takenBack));
    if (trophies === 0 && takenBack === 0) continue;
    total += trophies - takenBack;
    lost += takenBack;
    missing.push({ title, trophies, takenBack, isWhole: (here ?? 0) === 0 });
  }
  return {
    dated: Math.max(0, log.count - log.undated - lost),
    undated: log.undated,
    total: uncounted.length + unreadable > 0 ? null : total,
    ...{ missing, uncounted },
  };
}

/** So many of the trophies that are in the log of a title are not counted by its list any more. */
function takenBackOf(title: CountedTitle, here: number): number {
  const { earned: asked } = title.fetched;
  if (asked === null || asked === earnedKey(title)) return 0;
  const earned = sumOfGrades(title.earned);
  const fewer = earned === null ? 0 : here - earned;
  return Math.min(here, Math.max(0, fewer, takenBackSince(title, asked)));
}

/** Each trophy that there is has its date here; false while nobody knows. */
export function isAllDated(coverage: LogCoverage | null): boolean {
  return coverage !== null && coverage.dated === coverage.total;
}

/** Each trophy that there is is in the log, with its date or without; false while nobody knows. */
export function isAllInLog(coverage: LogCoverage | null): boolean {
  return coverage !== null && coverage.dated + coverage.undated === coverage.total;
}

/** A log, its titles by their ids, and how much of what Sony counts is in it. */
export interface CountedLog {
  log: TrophyLog;
  titles: ReadonlyMap<string, Pick<CountedTitle, 'lastUpdatedAt'>>;
  coverage: LogCoverage;
}

/** Something of these days may be not fetched, or have no date. */
export function mayLackWithin({ log, titles, coverage }: CountedLog, span: DaySpan): boolean {
  const undated = [...new Set(log.set.subarray(0, log.undated))];
  return (
    mayLackGames(coverage, span) ||
    undated.some((set) => mayBeOf(span, titles.get(log.sets[set]!.npCommunicationId)))
  );
}

/**
 * All that was earned on these days is here: no game that may have more of them is missing, and they were asked for.
 * @param known the last day that is known, and the one that it is
 */
export function isWholeWithin(
  counted: CountedLog,
  span: DaySpan,
  { until, today }: { until: number; today: number },
): boolean {
  return !mayLackWithin(counted, span) && (until > span.last || span.last >= today);
}

/** A game of which something was earned on these days may be not fetched. */
export function mayLackGames({ missing, total }: LogCoverage, span: DaySpan): boolean {
  return (
    total === null || missing.some(({ title, trophies }) => trophies > 0 && mayBeOf(span, title))
  );
}

/** A game that was updated last before these days has none of their trophies. */
function mayBeOf(
  { first }: DaySpan,
  title: Pick<CountedTitle, 'lastUpdatedAt'> | undefined,
): boolean {
  const at = title?.lastUpdatedAt ?? -1;
  return !isKnown(at) || at >= (first - 1) * A_DAY;
}

export function trophiesIn({ trophies }: Pick<SetEarnings, 'trophies'>): number {
  return trophies.length / PER_TROPHY;
}
