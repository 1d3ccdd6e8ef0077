import type { PartialCounts } from '../trophies/grades';

/** True where a trophy of the game is known to be earned. */
export function hasEarned({ earned }: { earned: PartialCounts }): boolean {
  return Object.values(earned).some((count) => (count ?? 0) > 0);
}
