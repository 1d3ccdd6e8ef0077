import { sumOf } from './rounding';

/**
 * One of them by chance: what has twice the score comes up twice as often. Null where there is none.
 * @param random from 0 to just below 1
 */
export function rolledNext<Candidate extends { score: number }>(
  candidates: readonly Candidate[],
  random: number,
): Candidate | null {
  const possible = candidates.filter(({ score }) => score > 0);
  let left = random * sumOf(possible.map(({ score }) => score));
  return possible.find(({ score }) => (left -= score) < 0) ?? possible.at(-1) ?? null;
}
