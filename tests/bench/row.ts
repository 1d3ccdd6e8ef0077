import type { Estimate } from './paired-ratio.ts';

/** What a row may cost: so many times what it is compared with, or so much in itself. */
export interface Budget {
  atMost: number;
  of: 'ratio' | 'value';
}

/** One line of the table. */
export interface Measured {
  what: string;
  /** What it is compared with, for example `an empty page`; empty where it stands for itself. */
  floor: string;
  unit: 'ms' | 'kB' | 'B' | 'requests' | 'nodes' | 'rows' | 'starts' | 'exponent';
  theirs: number | null;
  ours: number;
  /** With its interval where times were compared; a plain quotient where counts were. */
  ratio: Estimate | null;
  budget: Budget;
  /** Why this row cannot be believed: what was compared with itself came out as something else. */
  isVoid?: boolean;
}

export type Verdict = 'pass' | 'over' | 'void';

/** A ratio is over its budget where the whole interval is: noise alone makes no row red. */
export function verdictOf({ ours, ratio, budget, isVoid }: Measured): Verdict {
  if (isVoid) return 'void';
  if (budget.of === 'value') return ours <= budget.atMost ? 'pass' : 'over';
  return ratio !== null && ratio.low <= budget.atMost ? 'pass' : 'over';
}
