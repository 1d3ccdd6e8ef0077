import { isGone, type LibraryTitle } from '../library/title';
import { isAllEarned } from '../library/what-is-left';
import { earnedKey } from '../sync/answer-keys';
import { isGivenUp, isStarted } from './titles-to-count';

/** Why nothing of a game is suggested. */
export type NotSuggested =
  'gone' | 'hidden' | 'given-up' | 'not-wanted' | 'not-started' | 'done' | 'not-fetched';

/** Null where its trophies may be suggested: it is begun, and they are here as Sony's list has them. */
export function whyNotSuggested(title: LibraryTitle): NotSuggested | null {
  if (isGone(title)) return 'gone';
  if (title.hidden || title.hide === true) return 'hidden';
  if (isGivenUp(title)) return 'given-up';
  if (title.choice === 'never') return 'not-wanted';
  if (!isStarted(title)) return 'not-started';
  if (isAllEarned(title) === true) return 'done';
  const { earned } = title.fetched;
  return earned !== null && earned === earnedKey(title) ? null : 'not-fetched';
}
