/** A median, and an interval that holds the true one 19 times of 20. */
export interface Estimate {
  median: number;
  low: number;
  high: number;
}

const MISSED = 0.025;
/** What cannot be told apart from 1 by less than this is 1. */
const SAME = 1.05;
/** An interval that is wider cannot tell a budget from its double. */
const TOO_WIDE = 1.25;

/**
 * How many times as long ours takes as what it is compared with, from rounds in which both ran: what slows a whole
 * round down slows both. Median and interval are those of Hodges and Lehmann, by the signed ranks of Wilcoxon: rounds
 * that went astray count as one each, however far, and no idea is needed of how the times are spread.
 * @param ours milliseconds of each round
 * @param theirs of what it is compared with, in the same rounds; at least six
 */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): Estimate {
  if (ours.length !== theirs.length || ours.length < 6) {
    throw new Error('A ratio needs both times of at least six rounds.');
  }
  const ratios = ours.map((time, round) => Math.log(time / (theirs[round] ?? Number.NaN)));
  const means = sorted(
    ratios.flatMap((one, at) => ratios.slice(at).map((other) => (one + other) / 2)),
  );
  const outside = ranksOutside(ratios.length);
  return {
    median: Math.exp(medianOf(means)),
    low: Math.exp(means[outside] ?? Number.NaN),
    high: Math.exp(means.at(-1 - outside) ?? Number.NaN),
  };
}

export function medianOf(values: readonly number[]): number {
  const inOrder = sorted(values);
  const [below, above] = [inOrder[(values.length - 1) >> 1], inOrder[values.length >> 1]];
  return ((below ?? Number.NaN) + (above ?? Number.NaN)) / 2;
}

/** True where a thing compared with itself comes out as itself, and nearly enough so to tell others apart. */
export function isQuiet({ low, high }: Estimate): boolean {
  return low <= SAME && high >= 1 / SAME && high / low < TOO_WIDE;
}

/** How many means at each end the interval leaves out: each round's rank has a sign as a coin falls. */
function ranksOutside(rounds: number): number {
  const ways = waysOfSums(rounds);
  const all = 2 ** rounds;
  let outside = 0;
  let below = (ways[0] ?? 0) / all;
  while (below <= MISSED) {
    outside += 1;
    below += (ways[outside] ?? 0) / all;
  }
  return Math.max(0, outside - 1);
}

/** In how many ways some of the ranks from 1 on add up to each sum. */
function waysOfSums(rounds: number): number[] {
  const ways = [1, ...Array.from({ length: (rounds * (rounds + 1)) / 2 }, () => 0)];
  for (let rank = 1; rank <= rounds; rank++) {
    for (let sum = ways.length - 1; sum >= rank; sum--) {
      ways[sum] = (ways[sum] ?? 0) + (ways[sum - rank] ?? 0);
    }
  }
  return ways;
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((one, other) => one - other);
}
