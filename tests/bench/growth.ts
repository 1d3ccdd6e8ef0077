import type { Measured } from './row.ts';

/** What something of this size costs. */
export interface Cost {
  size: number;
  cost: number;
}

/** How an exponent that is measured may stray: what is linear comes out as 0.95 or 1.05. */
const TOLERANCE = 0.05;

/** The exponent of a power that goes through both costs: 0 where the size does not matter, 1 where it is in proportion. */
export function slopeOf(small: Cost, large: Cost): number {
  return Math.log(large.cost / small.cost) / Math.log(large.size / small.size);
}

/** The same for a cost of n log n, which is the worst that may be. */
export function slopeOfSorting(small: number, large: number): number {
  const costOf = (size: number): Cost => ({ size, cost: size * Math.log(Math.max(2, size)) });
  return slopeOf(costOf(small), costOf(large));
}

/** A line of the table: how the costs of a row grow with its size. */
export function growth(what: string, small: Cost, large: Cost): Measured {
  const worst = slopeOfSorting(small.size, large.size);
  return {
    what: `growth of ${what}, ${inThousands(small.size)} to ${inThousands(large.size)}`,
    floor: 'n log n',
    unit: 'exponent',
    theirs: worst,
    ours: slopeOf(small, large),
    ratio: null,
    budget: { atMost: worst + TOLERANCE, of: 'value' },
  };
}

function inThousands(size: number): string {
  return size.toLocaleString('en');
}
