import type { Measured } from './row.ts';

/** A count, and what it is compared with. */
export interface Counted {
  ours: number;
  theirs: number;
}

/** A line of the table for what is counted: the worst of its cases. Counts are the same at each run. */
export function countRow(
  named: Pick<Measured, 'what' | 'floor' | 'unit'>,
  cases: readonly Counted[],
  atMost = 1,
): Measured {
  const [worst] = [...cases].sort((one, other) => ratioOf(other) - ratioOf(one));
  if (worst === undefined) throw new Error(`Nothing was counted: ${named.what}`);
  const ratio = ratioOf(worst);
  return {
    ...named,
    ...worst,
    ratio: { median: ratio, low: ratio, high: ratio },
    budget: { atMost, of: 'ratio' },
  };
}

/** The same where the other is the least that it takes: who needs less has left something out. */
export function boundRow(
  named: Pick<Measured, 'what' | 'floor' | 'unit'>,
  cases: readonly Counted[],
): Measured {
  const tooFew = cases.find(({ ours, theirs }) => ours < theirs);
  if (tooFew) {
    const { ours, theirs } = tooFew;
    throw new Error(`${named.what}: ${String(ours)}, and it takes ${String(theirs)} at least.`);
  }
  return countRow(named, cases);
}

function ratioOf({ ours, theirs }: Counted): number {
  return ours / theirs;
}
