import { isQuiet, pairedRatio } from './paired-ratio.ts';
import type { Measured } from './row.ts';
import type { Times } from './rounds.ts';

/** The same thing, twice in each round. */
export interface Control {
  once: readonly number[];
  again: readonly number[];
}

/** So near to itself has what ran twice to come before rounds end of themselves: well within what is believed. */
const NEAR_ENOUGH = 1.13;

/** When rounds may end: the control has become as sharp as it has to be. */
export function untilSharp<Name extends string>(
  controlOf: (times: Times<Name>) => Control,
): (times: Times<Name>) => boolean {
  return (times) => {
    const { once, again } = controlOf(times);
    const { low, high } = pairedRatio(again, once);
    return high / low < NEAR_ENOUGH;
  };
}

/** The rows, void where what ran twice in their rounds came out as two things. */
export function controlledBy({ once, again }: Control, rows: Measured[]): Measured[] {
  const control = pairedRatio(again, once);
  return rows.map((row) => ({ ...row, control, isVoid: !isQuiet(control) }));
}
