import type { Estimate } from './paired-ratio.ts';
import type { Load } from './share-of-machine.ts';

/** What a row may cost: so many times what it is compared with, or so much in itself. */
export interface Budget {
  atMost: number;
  of: 'ratio' | 'value';
}

/** A second floor, which may be above the budget by itself. */
export interface Least {
  what: string;
  amount: number;
  /** So many times what the row is compared with, and the row so many times this. */
  ratio: Estimate;
  ours: Estimate;
}

/** One line of the table. */
export interface Measured {
  what: string;
  /** What it is compared with, for example `an empty page`; empty where it stands for itself. */
  floor: string;
  unit: 'ms' | 'kB' | 'B' | 'MB' | 'requests' | 'nodes' | 'rows' | 'starts' | 'frames' | 'exponent';
  theirs: number | null;
  ours: number;
  /** With its interval where times were compared; a plain quotient where counts were. */
  ratio: Estimate | null;
  budget: Budget;
  /** What nobody could do without, whatever they wrote. */
  least?: Least;
  /** What the same thing came out as beside itself, in the same rounds. */
  control?: Estimate;
  /** What else had this machine, where something did. */
  load?: Load;
  /** True where the control, or what else ran, says that this row cannot be believed. */
  isVoid?: boolean;
  /** Why there is no amount: what was thrown. */
  failure?: string;
}

export type Verdict = 'pass' | 'over' | 'void' | 'failed';

/** A ratio is over its budget where the whole interval is: noise alone makes no row red. */
export function verdictOf({ ours, ratio, budget, isVoid, failure }: Measured): Verdict {
  if (failure !== undefined) return 'failed';
  if (isVoid) return 'void';
  if (budget.of === 'value') return ours <= budget.atMost ? 'pass' : 'over';
  return ratio !== null && ratio.low <= budget.atMost ? 'pass' : 'over';
}

/** A line for what could not be measured. */
export function failedRow(what: string, error: unknown): Measured {
  const failure = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return {
    ...{ what, floor: '', unit: 'ms', theirs: null, ours: Number.NaN, ratio: null, failure },
    budget: { atMost: 0, of: 'value' },
  };
}
