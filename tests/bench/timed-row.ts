import { medianOf, pairedRatio } from './paired-ratio.ts';
import type { Measured } from './row.ts';

type Times = readonly number[];

/** A row of two things that ran in the same rounds. */
export function timedRow(
  { what, floor }: { what: string; floor: string },
  { ours, theirs }: { ours: Times; theirs: Times },
  atMost: number,
): Measured {
  return {
    what,
    floor,
    unit: 'ms',
    theirs: medianOf(theirs),
    ours: medianOf(ours),
    ratio: pairedRatio(ours, theirs),
    budget: { atMost, of: 'ratio' },
  };
}

/** The same with what nobody could do without, which ran in the same rounds. */
export function withLeast(
  row: Measured,
  what: string,
  { ours, theirs, least }: { ours: Times; theirs: Times; least: Times },
): Measured {
  const ratio = pairedRatio(least, theirs);
  return {
    ...row,
    least: { what, amount: medianOf(least), ratio, ours: pairedRatio(ours, least) },
  };
}

/** A row that stands for itself. */
export function amountRow(
  what: string,
  { ours, unit }: { ours: number; unit: Measured['unit'] },
  atMost: number,
): Measured {
  const budget = { atMost, of: 'value' } as const;
  return { what, floor: '', unit, theirs: null, ours, ratio: null, budget };
}

/** What nine of ten do not exceed. */
export function nineOfTen(times: Times): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? Number.NaN;
}

export function inGames(games: number): string {
  return `${games.toLocaleString('en')} games`;
}
