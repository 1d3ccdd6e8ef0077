import type { ListColumn } from '../domain/library/list-columns';
import type { RankOrNone } from '../domain/library/rank';
import { shortDay } from '../format/dates';
import { count, tenthsOfPercent } from '../format/numbers';
import { playtime } from './durations';
import { outOf } from './en/app.json';
import * as words from './en/library.json';
import { sortValue } from './sort-value';
import { isInstant, UNKNOWN_SIGN, written } from './unknown';

export {
  game as GAME,
  columns as COLUMNS,
  columnsHint as COLUMNS_HINT,
  usualColumns as USUAL_COLUMNS,
} from './en/library.json';

export const COLUMN_NAMES: Record<ListColumn, string> = words.columnNames;

/** What stands in a column of a game's line. */
export interface ColumnWords {
  text: string;
  /** What is said of it where it is pointed at. */
  hint?: string;
}

/** For example `46 / 80`. */
export function earnedOutOf(earned: number | null, defined: number | null, locale: string): string {
  const as = (value: number | null): string => written(value, (known) => count(known, locale));
  if (earned === null && defined === null) return UNKNOWN_SIGN;
  return outOf({ earned: as(earned), defined: as(defined) });
}

/** The columns that say what a game is ranked by. */
type RankColumn = Extract<
  ListColumn,
  'rarest' | 'trophy' | 'playtime' | 'completed' | 'platinum' | 'points' | 'base' | 'revised'
>;

/** What a game is ranked by: the sign where nobody knows, and nothing where there is nothing. */
export function rankWords(column: RankColumn, rank: RankOrNone, locale: string): ColumnWords {
  if (rank === 'none') return { text: '' };
  const value = rank === 'unknown' ? null : valueWords(column, rank.value, locale);
  if (rank === 'unknown' || value === null) return { text: UNKNOWN_SIGN };
  if (rank.certainty === 'exact') return { text: value };
  return { text: bound(column, value), hint: sortValue(column, rank, locale) };
}

function valueWords(column: RankColumn, value: number, locale: string): string | null {
  switch (column) {
    case 'rarest':
      return tenthsOfPercent(value, locale);
    case 'platinum':
    case 'points':
      return count(value, locale);
    case 'playtime':
      return playtime(value, locale);
    default:
      return isInstant(value) ? shortDay(value, locale) : null;
  }
}

/** A value that it is at most, or at least; a day that it was no later than. */
function bound(column: RankColumn, value: string): string {
  if (column === 'playtime') return words.orMore({ value });
  return column === 'rarest' || column === 'platinum'
    ? words.orLess({ value })
    : words.byDay({ day: value });
}
