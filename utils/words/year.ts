import type { PlayedYear } from '../domain/numbers/played-hours';
import type { YearFigures } from '../domain/numbers/year-figures';
import type { ShownYear } from '../domain/numbers/year-asked';
import { civilDay } from '../format/calendar-names';
import { count } from '../format/numbers';
import { playedUnread } from './en/statistics.json';
import * as words from './en/year.json';
import { playtime } from './durations';
import { atLeast } from './at-least';

export * as yearWords from './en/year.json';

/** What the page of a year is called. */
export function yearTitle(year: number): string {
  return words.title({ year: String(year) });
}

/**
 * Why another year is shown than the address asks for; null where it is that.
 * @param of the last day that is known, and in which locale it is said
 * @param noYear what the address has in the place of one
 */
export function insteadSaid(
  { year, instead }: ShownYear,
  asked: number | null,
  of: { until: number; locale: string },
  noYear?: string,
): string | null {
  if (noYear !== undefined) return words.insteadUnknown({ asked: noYear });
  if (instead === null) return null;
  const said = { asked: String(asked), year: String(year) };
  if (instead === 'unread') {
    return words.insteadUnread({ ...said, day: civilDay(of.until, of.locale) });
  }
  return instead === 'earlier' ? words.insteadEarlier(said) : words.insteadLater(said);
}

/** Why a year has no trophy to tell of: it has none, it has none yet, or nobody knows of one. */
export function emptySaid(
  { year, isRunning, isAtLeast, knownUntil }: YearFigures,
  locale: string,
): { title: string; sentence: string } {
  const said = { year: String(year) };
  if (isAtLeast) return { title: words.emptyKnownTitle(said), sentence: words.emptyKnown };
  const title = words.emptyTitle(said);
  if (knownUntil !== null) {
    return { title, sentence: words.emptyUntil({ day: civilDay(knownUntil, locale) }) };
  }
  return { title, sentence: isRunning ? words.emptySoFar : words.empty };
}

/** A count of a year, and that it may be more. */
export function yearCount(value: number, { isAtLeast }: YearFigures, locale: string): string {
  return isAtLeast ? atLeast(value, locale) : count(value, locale);
}

/** How it compares with the year before, or with as much of it; null where nobody knows. */
export function comparedSaid(figures: YearFigures, locale: string): string | null {
  const { before, isRunning, knownUntil } = figures;
  if (before === null) return figures.isFirst ? words.firstYear : null;
  if (!before.isSure) return null;
  const year = String(figures.year - 1);
  const by = before.more;
  const trophies = Math.abs(by);
  if (knownUntil !== null) {
    const day = civilDay(knownUntil, locale);
    if (by === 0) return words.sameUntil({ day });
    return (by > 0 ? words.moreUntil : words.fewerUntil)({ trophies, day }, locale);
  }
  if (by === 0) return isRunning ? words.sameSoFar({ year }) : words.same({ year });
  const said = { trophies, year };
  if (by > 0) return isRunning ? words.moreSoFar(said, locale) : words.more(said, locale);
  return isRunning ? words.fewerSoFar(said, locale) : words.fewer(said, locale);
}

/** What a list of a year has; and that there may be more, or others. */
export function listCounts(
  counts: string,
  { isAtLeast, knownUntil }: Pick<YearFigures, 'isAtLeast' | 'knownUntil'>,
): string {
  if (!isAtLeast) return counts;
  // Why, stands above it where it is that the year was not read to its end.
  return (knownUntil === null ? words.asFarAsKnown : words.asFarAsRead)({ counts });
}

/** When the longest streak was; null where there is none. */
export function streakSpanSaid({ streak, isAtLeast }: YearFigures, locale: string): string | null {
  if (streak === null) return null;
  const [first, last] = [civilDay(streak.first, locale), civilDay(streak.last, locale)];
  if (streak.days === 1)
    return (isAtLeast ? words.streakDayKnown : words.streakDay)({ day: first });
  return (isAtLeast ? words.streakSpanKnown : words.streakSpan)({ first, last });
}

/** What the first and the last trophy of a year are called. */
export function momentNames({
  earned,
  isAtLeast,
  isRunning,
}: YearFigures): [string, string | null] {
  const isOnly = earned.trophies === 1;
  if (isAtLeast) return isOnly ? [words.onlyKnown, null] : [words.firstKnown, words.lastKnown];
  if (isOnly) return [words.only, null];
  return [words.first, isRunning ? words.latest : words.last];
}

/** For how long games were played in a year. */
export function playedSaid({ seconds, isAtLeast }: PlayedYear, locale: string): string {
  const time = playtime(seconds, locale);
  return isAtLeast ? words.playedAtLeast({ time }) : time;
}

/** From which day, and up to which, that is known. */
export function playedKnownSaid(played: PlayedYear, locale: string): string {
  const { unread = 0 } = played;
  const said = spanSaid(played, locale);
  return unread === 0 ? said : [said, playedUnread({ months: unread }, locale)].join(' ');
}

function spanSaid({ since, until }: PlayedYear, locale: string): string {
  if (until !== null) {
    const last = civilDay(until, locale);
    if (since === null) return words.playedUntil({ day: last });
    return words.playedBetween({ first: civilDay(since, locale), last });
  }
  return since === null ? words.playedCounts : words.playedSince({ day: civilDay(since, locale) });
}

export function streakSaid({ streak, isAtLeast }: YearFigures, locale: string): string | null {
  if (streak === null) return null;
  return (isAtLeast ? words.streakAtLeast : words.streakDays)({ days: streak.days }, locale);
}
