import { isKnown } from './instant';
import type { LibraryTitle } from './title';

/** What a title is sorted by, and how surely it is known. */
export interface Rank {
  value: number;
  certainty: 'exact' | 'at-most' | 'at-least';
}

/** Nothing to rank a title by: no platinum that is left, nothing earned, not complete; or nobody knows. */
export type RankOrNone = Rank | 'none' | 'unknown';

export type RankOf = (title: LibraryTitle) => RankOrNone;

/** What the first order goes by. What the others do is loaded when they are asked for. */
export const playRank: RankOf = ({ lastPlayedAt }) =>
  isKnown(lastPlayedAt) ? { value: lastPlayedAt, certainty: 'exact' } : 'unknown';
