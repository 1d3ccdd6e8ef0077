import type { Unobtainable } from '../library/game-marks';
import { BASE_GROUP, type Trophy, type TrophySet } from './trophy-set';

/**
 * How far a game's trophies are not to be had any more, where the player has marked these; null where they are.
 * @param isGame the game itself is marked
 * @param set its trophies, where they are known
 */
export function unobtainableIn(
  marked: ReadonlySet<number>,
  isGame: boolean,
  set: TrophySet | null,
): Unobtainable | null {
  if (isGame) return 'game';
  if (marked.size === 0) return null;
  return set !== null && needsAny(set, marked) ? 'platinum' : 'trophy';
}

/** Every trophy of the base game is needed for its platinum; what is earned is not needed any more. */
function needsAny({ trophies }: TrophySet, marked: ReadonlySet<number>): boolean {
  const isOpen = trophies.some(({ grade, earned }) => grade === 'platinum' && earned !== true);
  return isOpen && trophies.some((trophy) => isLeft(trophy) && marked.has(trophy.trophyId));
}

/** One whose group is not known is taken for the base game's, as everywhere. */
function isLeft({ groupId, earned }: Trophy): boolean {
  return (groupId ?? BASE_GROUP) === BASE_GROUP && earned !== true;
}
