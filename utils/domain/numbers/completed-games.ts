import type { LibraryTitle, TitleCounts } from '../library/title';
import { isBaseDone } from '../library/what-is-left';

/** How many games are done. */
export interface CompletedGames {
  /** At 100 % by Sony's word. */
  completed: number;
  /** Those and the others of which every trophy of the base game is earned. */
  baseDone: number;
  /** At 100 %, and their platinum has not come yet. */
  platinumPending: number;
  games: number;
  /** Games of which Sony's percent is not known. */
  unknown: number;
  /** Games of which it is not known whether the base game is done: there may be so many more. */
  baseUnknown: number;
}

/** @param titles those that have trophies: `titlesToCount` */
export function completedGames(titles: readonly LibraryTitle[]): CompletedGames {
  const completed = titles.filter(({ progress }) => progress === 100);
  const ofBase = titles.map((title) => title.progress === 100 || isBaseDone(title));
  return {
    completed: completed.length,
    baseDone: ofBase.filter((isDone) => isDone === true).length,
    platinumPending: completed.filter(lacksPlatinum).length,
    games: titles.length,
    unknown: titles.filter(({ progress }) => progress === null).length,
    baseUnknown: ofBase.filter((isDone) => isDone === null).length,
  };
}

function lacksPlatinum({ earned, defined }: TitleCounts): boolean {
  return (defined.platinum ?? 0) > 0 && earned.platinum === 0;
}
