/** A median, and an interval that holds the true one 19 times of 20. */
export interface Estimate {
  median: number;
  low: number;
  high: number;
}

const MISSED = 0.025;

/**
 * How many times as long ours takes as what it is compared with, from rounds in which both ran: what slows a whole
 * round down slows both. The interval goes by rank, so it needs no idea of how the times are spread.
 * @param ours milliseconds of each round
 * @param theirs of what it is compared with, in the same rounds; at least six
 */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): Estimate {
  if (ours.length !== theirs.length || ours.length < 6) {
    throw new Error('A ratio needs both times of at least six rounds.');
  }
  return estimate(ours.map((time, round) => time / (theirs[round] ?? Number.NaN)));
}

/** @param values at least six */
export function estimate(values: readonly number[]): Estimate {
  const sorted = [...values].sort((one, other) => one - other);
  const outside = ranksOutside(sorted.length);
  return {
    median: (at(sorted, (sorted.length - 1) >> 1) + at(sorted, sorted.length >> 1)) / 2,
    low: at(sorted, outside),
    high: at(sorted, sorted.length - 1 - outside),
  };
}

/** True where a thing compared with itself comes out as itself, and nearly enough so to tell others apart. */
export function isQuiet({ low, high }: Estimate): boolean {
  return low <= 1 && high >= 1 && high / low < 1.25;
}

/** How many values at each end the interval leaves out: each side of the median holds a value as a coin falls. */
function ranksOutside(count: number): number {
  let outside = 0;
  let below = 0.5 ** count;
  let term = below;
  while (below <= MISSED && outside < count / 2) {
    outside += 1;
    term *= (count - outside + 1) / outside;
    below += term;
  }
  return Math.max(0, outside - 1);
}

function at(sorted: readonly number[], index: number): number {
  return sorted[index] ?? Number.NaN;
}
