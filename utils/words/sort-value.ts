import type { Sort } from '../domain/library/library-view';
import type { RankOrNone } from '../domain/library/rank';
import { shortDay } from '../format/dates';
import { tenthsOfPercent } from '../format/numbers';
import * as words from './en/library.json';
import { playtimeSaid } from './playtime';
import { isInstant } from './unknown';

/** The orders whose value stands nowhere else. */
export type SortWithValue = Extract<
  Sort,
  | 'trophy'
  | 'rarest'
  | 'platinum'
  | 'playtime'
  | 'completed'
  | 'trophies'
  | 'points'
  | 'base'
  | 'revised'
>;

/** What is said where there is nothing to rank a game by. */
const NOTHING: Record<SortWithValue, string> = {
  trophy: words.noTrophyYet,
  rarest: words.noTrophyYet,
  platinum: words.noPlatinumLeft,
  playtime: words.playtimeUnknown,
  completed: words.notComplete,
  trophies: words.earnedUnknown,
  points: words.pointsUnknown,
  base: words.baseNotDone,
  revised: words.notRevised,
};

/** And where nobody knows it. */
const UNKNOWN: Record<SortWithValue, string> = {
  trophy: words.lastTrophyUnknown,
  rarest: words.rarestUnknown,
  platinum: words.toPlatinumUnknown,
  playtime: words.playtimeUnknown,
  completed: words.completedUnknown,
  trophies: words.earnedUnknown,
  points: words.pointsUnknown,
  base: words.baseUnknown,
  revised: words.revisedUnknown,
};

/** What a game is sorted by, and how surely that is known, for example `At most 12 to platinum`. */
export function sortValue(sort: SortWithValue, rank: RankOrNone, locale: string): string {
  if (rank === 'none') return NOTHING[sort];
  if (rank === 'unknown') return UNKNOWN[sort];
  return known(sort, rank.value, rank.certainty !== 'exact', locale) ?? UNKNOWN[sort];
}

/** Null where the value is none that can be. */
function known(
  sort: SortWithValue,
  value: number,
  isBound: boolean,
  locale: string,
): string | null {
  switch (sort) {
    case 'rarest': {
      const rate = tenthsOfPercent(value, locale);
      return (isBound ? words.rarestAtMost : words.rarestOf)({ rate });
    }
    case 'platinum':
      return (isBound ? words.toPlatinumAtMost : words.toPlatinum)({ left: value }, locale);
    case 'trophies':
      return words.earnedTrophies({ earned: value }, locale);
    case 'points':
      return words.pointsLeft({ points: value }, locale);
    case 'playtime':
      return playtimeSaid({ playSeconds: value, isPlaytimePartial: isBound }, locale);
    default:
      return isInstant(value) ? DAYS[sort](isBound)({ day: shortDay(value, locale) }) : null;
  }
}

/** A bound is a day that it was no later than. */
const DAYS = {
  trophy: (isBound: boolean) => (isBound ? words.lastTrophyBy : words.lastTrophyOn),
  completed: (isBound: boolean) => (isBound ? words.completedBy : words.completedOn),
  base: (isBound: boolean) => (isBound ? words.baseDoneBy : words.baseDone),
  revised: () => words.revisedBy,
};
