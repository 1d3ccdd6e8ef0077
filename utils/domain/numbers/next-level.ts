import type { TrophySummary } from '../connection/player';
import { pointsOf } from '../trophies/grades';
import { levelAt, levelRangeAt } from '../trophies/trophy-level';

/**
 * How many points are left to the next level. The level is Sony's; null where it is not known, or another one than
 * these points make by our table: then that does not know the next one either.
 */
export function pointsToNextLevel({ earned, trophyLevel }: TrophySummary): number | null {
  const points = pointsOf(earned);
  if (points === null || levelAt(points).trophyLevel !== trophyLevel) return null;
  const { size, over } = levelRangeAt(points);
  return size - (over % size);
}
