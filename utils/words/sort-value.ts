import type { Sort } from '../domain/library/library-view';
import type { RankOrNone } from '../domain/library/rank';
import { shortDay } from '../format/dates';
import { count, tenthsOfPercent } from '../format/numbers';
import { playtimeOf } from './durations';
import { isInstant, UNKNOWN_SIGN } from './unknown';
import * as words from './en/library.json';

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
  trophy: 'No trophy yet',
  rarest: 'No trophy yet',
  platinum: 'No platinum left',
  playtime: `Playtime ${UNKNOWN_SIGN}`,
  completed: 'Not complete',
  trophies: words.earnedUnknown,
  points: words.pointsUnknown,
  base: words.baseNotDone,
  revised: words.notRevised,
};

/** What a game is sorted by, and how surely that is known, for example `At most 12 to platinum`. */
export function sortValue(sort: SortWithValue, rank: RankOrNone, locale: string): string {
  if (rank === 'none') return NOTHING[sort];
  const isBound = rank !== 'unknown' && rank.certainty !== 'exact';
  const value = rank === 'unknown' ? null : rank.value;
  switch (sort) {
    case 'trophy':
      return `Last trophy ${day(value, isBound, locale)}`;
    case 'completed':
      return `Completed ${day(value, isBound, locale)}`;
    case 'rarest':
      if (value === null) return `Rarest ${UNKNOWN_SIGN}`;
      return `Rarest ${tenthsOfPercent(value, locale)}${isBound ? ' or less' : ''}`;
    case 'platinum':
      if (value === null) return `${UNKNOWN_SIGN} to platinum`;
      return `${isBound ? 'At most ' : ''}${count(value, locale)} to platinum`;
    case 'trophies':
      return value === null ? words.earnedUnknown : words.earnedTrophies({ earned: value }, locale);
    case 'points':
      return value === null ? words.pointsUnknown : words.pointsLeft({ points: value }, locale);
    case 'base':
      if (!isInstant(value)) return words.baseUnknown;
      return (isBound ? words.baseDoneBy : words.baseDone)({ day: shortDay(value, locale) });
    case 'revised':
      return isInstant(value)
        ? words.revisedBy({ day: shortDay(value, locale) })
        : words.revisedUnknown;
    case 'playtime':
      return `Playtime ${playtimeOf({ playSeconds: value, isPlaytimePartial: isBound }, locale)}`;
  }
}

/** A bound is a day that it was no later than. */
function day(instant: number | null, isBound: boolean, locale: string): string {
  if (!isInstant(instant)) return UNKNOWN_SIGN;
  return `${isBound ? 'by ' : ''}${shortDay(instant, locale)}`;
}
