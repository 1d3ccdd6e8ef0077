import { hasEarned } from './has-earned';
import type { LibraryTitle } from './title';

/** True where anything of it is earned, as far as is known: one bronze of many is 0 % by Sony's rounding. */
export function isStarted(title: Pick<LibraryTitle, 'earned' | 'progress'>): boolean {
  return hasEarned(title) || (title.progress ?? 0) > 0;
}

/** True where the player does not go on with it, or says that it is not to be had any more. */
export function isGivenUp({
  status,
  unobtainable,
}: Pick<LibraryTitle, 'status' | 'unobtainable'>): boolean {
  return status === 'retired' || unobtainable === 'game';
}
