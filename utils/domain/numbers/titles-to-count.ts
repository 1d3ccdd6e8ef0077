import { stacked } from '../library/editions';
import type { LibraryTitle } from '../library/title';
import { hasTrophies } from './has-trophies';

/** What the player may leave out of the figures that are about games. */
export interface LeftOut {
  /** What is hidden on PlayStation, or by the player. */
  hidden: boolean;
  /** Of the editions of a game all but the one that got furthest. */
  otherEditions: boolean;
}

/** The sets that completion and what is left are of: what is gone, or has no trophies, is none of them. */
export function titlesToCount(titles: readonly LibraryTitle[], leftOut: LeftOut): LibraryTitle[] {
  const counted = titles.filter(hasTrophies).filter((title) => !leftOut.hidden || !isHidden(title));
  if (!leftOut.otherEditions) return counted;
  return stacked(counted.map((title) => ({ title }))).map(({ title }) => title);
}

/** The ids of those that are hidden on PlayStation, or by the player. */
export function hiddenIn(titles: readonly LibraryTitle[]): ReadonlySet<string> {
  return new Set(titles.filter(isHidden).map((title) => title.npCommunicationId));
}

/** True of what is hidden on PlayStation, or by the player: no picture names it. */
export function isHidden({ hidden, hide }: Pick<LibraryTitle, 'hidden' | 'hide'>): boolean {
  return hidden || hide === true;
}
