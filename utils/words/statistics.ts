import type { AverageCompletion } from '../domain/numbers/average-completion';
import type { CompletedGames } from '../domain/numbers/completed-games';
import type { LogCoverage } from '../domain/numbers/log-coverage';
import type { PlatinumDays } from '../domain/numbers/platinum-days';
import type { Streak, Streaks } from '../domain/numbers/streaks';
import { civilDay } from '../format/calendar-names';
import * as words from './en/statistics.json';
import { platformName } from './platforms';

export * as statisticsWords from './en/statistics.json';

/** What a sum counts, and that it may be more. */
export function sumCounts(counts: string, unknown: number, locale: string): string {
  return unknown === 0 ? counts : words.atLeastUnknown({ counts, games: unknown }, locale);
}

export function completedCounts(
  { completed, baseDone, baseUnknown, platinumPending }: CompletedGames,
  locale: string,
): string {
  const sayBase = baseUnknown === 0 ? words.completedBase : words.completedBaseAtLeast;
  const counts = baseDone > completed ? sayBase({ games: baseDone }, locale) : words.completedCount;
  if (platinumPending === 0) return counts;
  return words.pending({ counts, games: platinumPending }, locale);
}

export function averageCounts(
  { games, atZero, unknown }: AverageCompletion,
  locale: string,
): string {
  if (games === 0) return words.percentUnknown;
  const counts =
    atZero === 0 ? words.completionCountPlain : words.completionCount({ games: atZero }, locale);
  return withoutUnknown(counts, unknown, locale);
}

/** What a figure counts, and that games of which it is not known are in none of it. */
export function withoutUnknown(counts: string, unknown: number, locale: string): string {
  return unknown === 0 ? counts : words.withoutUnknown({ counts, games: unknown }, locale);
}

/** @param knownUntil the last day that is known, where others have passed since */
export function longestStreakCounts(
  { longest, isAtLeast, hasGrownMaybe }: Streaks,
  knownUntil: number | null,
  locale: string,
): string {
  if (longest === null && isAtLeast) return words.streakUnknown;
  const counts = longest === null ? words.streakNone : streakSpan(longest, locale);
  if (isAtLeast) return words.streakAtLeast({ counts });
  return hasGrownMaybe && knownUntil !== null
    ? words.streakSince({ counts, day: civilDay(knownUntil, locale) })
    : counts;
}

function streakSpan({ days, first, last }: Streak, locale: string): string {
  const from = civilDay(first, locale);
  return days === 1
    ? words.longestStreakDay({ day: from })
    : words.longestStreakCount({ first: from, last: civilDay(last, locale) });
}

/** @param isAsked false where days have passed since of which nothing is known */
export function currentStreakCounts(
  { longest, current, isAtLeast }: Streaks,
  isAsked = true,
): string {
  if (longest === null && isAtLeast) return words.streakUnknown;
  if (current === null && isAtLeast) return words.currentStreakUnknown;
  if (!isAsked) return current === null ? words.streakUntilNone : words.streakUntilCount;
  if (current === null) return words.currentStreakNone;
  return current.isOpen ? words.currentStreakOpen : words.currentStreakCount;
}

/**
 * How Sony's sum differs from that of the games; null where it does not, or nobody knows.
 * @param gone trophies of games that it does not list any more: it may count them or not
 */
export function summaryDifference(
  total: number,
  gone: number,
  said: number | null,
  locale: string,
): string | null {
  if (said === null || said === total || said === total + gone) return null;
  return said > total
    ? words.summaryMore({ said, more: said - total }, locale)
    : words.summaryLess({ said, less: total - said }, locale);
}

/** What is missing where dates do not count; undefined where nothing is. */
export function trophiesHereSaid(
  { dated, total, undated }: LogCoverage,
  locale: string,
): string | undefined {
  const here = dated + undated;
  if (total === null) return words.trophiesHereUnknown({ here }, locale);
  return here === total ? undefined : words.trophiesHere({ here, total }, locale);
}

/** Why nothing stands on a day: it is not fetched, PlayStation has no dates, or nothing was earned. */
export function noDateSaid(coverage: LogCoverage | null): string {
  if (coverage?.total === 0) return words.emptyNoneEarned;
  const isFetched =
    coverage !== null && coverage.undated > 0 && coverage.undated === coverage.total;
  return isFetched ? words.emptyUndated : words.emptyDated;
}

/**
 * Why no trophy has a rate: its date does not count for that.
 * @param isAllInLog each trophy that there is is in the log, with a date or without
 */
export function noRateSaid(isAllInLog: boolean): string {
  return isAllInLog ? words.noRarest : words.emptyRarity;
}

/** Why there is no session: also where each trophy has its date, they may have come all at once. */
export function noSessionSaid(coverage: LogCoverage | null): string {
  return coverage !== null && coverage.dated > 0 ? words.sessionsNone : noDateSaid(coverage);
}

/**
 * Why no game stands in a chart of how far games are, or of what is left of them.
 * @param counted so many are counted, with those that cannot be read
 * @param unknown of so many of them nobody knows it
 */
export function nothingLeftSaid(counted: number, unknown: number): string {
  if (counted === 0) return words.noGames;
  return unknown > 0 ? words.nothingUnearnedKnown : words.nothingUnearned;
}

/** @param counted so many games are counted, with those that cannot be read */
export function noPercentSaid(counted: number): string {
  return counted === 0 ? words.noGames : words.spectrumNone;
}

/**
 * That a year, or a day, has none: as far as dates are here, where not all of them are.
 * @param span what it is called
 */
export function noTrophiesSaid(span: string, isWhole: boolean): string {
  return (isWhole ? words.yearEmpty : words.yearEmptyHere)({ year: span });
}

/** How long the way to a platinum was. */
export function platinumWay(way: PlatinumDays, locale: string): string {
  if (way.days !== null) return words.wayDays({ days: way.days }, locale);
  if (way.reason !== 'taken-over') return words.wayUnknown[way.reason];
  if (way.from.length === 0) return words.wayTakenOver;
  return words.wayTakenOverFrom({ platforms: way.from.map(platformName).join(' · ') });
}

/** Platforms with a comma between them, as players write them. */
export function platformsSaid(platforms: string): string {
  if (platforms === '') return words.platformUnknown;
  return platforms.split(',').map(platformName).join(' · ');
}
