import { type Estimate, pairedRatio } from './paired-ratio.ts';
import type { Measured } from './row.ts';

/** What something took at a size, round by round. */
export interface Sized {
  games: number;
  values: readonly number[];
}

/** How many times as much it would take at ten times the size, if it went on growing as between these two. */
export function atTenTimes(small: Sized, large: Sized): Estimate {
  const tenfolds = Math.log10(large.games / small.games);
  const { low, median, high } = pairedRatio(large.values, small.values);
  const grown = (ratio: number): number => ratio ** (1 / tenfolds);
  return { low: grown(low), median: grown(median), high: grown(high) };
}

/** How many times as much that is where the work is n log n. */
export function nLogN(games: number): number {
  return (10 * Math.log(10 * games)) / Math.log(games);
}

/** The row of the table: nothing may grow faster than n log n. */
export function growthRow(
  what: string,
  unit: Measured['unit'],
  small: Sized,
  large: Sized,
): Measured {
  const middle = ({ values }: Sized): number =>
    [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
  return {
    what: `growth at ten times the size: ${what}`,
    floor: `${small.games.toLocaleString('en')} to ${large.games.toLocaleString('en')} games`,
    unit,
    theirs: middle(small),
    ours: middle(large),
    ratio: atTenTimes(small, large),
    budget: { atMost: nLogN(small.games), of: 'ratio' },
  };
}
