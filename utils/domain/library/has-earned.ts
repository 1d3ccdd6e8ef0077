import { GRADES, type PartialCounts } from '../trophies/grades';

/** True where a trophy of the game is known to be earned. */
export function hasEarned({ earned }: { earned: PartialCounts }): boolean {
  return GRADES.some((grade) => (earned[grade] ?? 0) > 0);
}
