import type { Reason } from './red-notes.ts';
import { type Measured, verdictOf } from './row.ts';

/** A row that is over its budget, by how much at most, and why that is so. */
export interface KnownRed extends Reason {
  atMost: number;
}

/** What a row is judged by. */
function judgedOf({ ratio, ours, budget }: Measured): number {
  const value = budget.of === 'ratio' ? (ratio?.median ?? Number.NaN) : ours;
  return Math.round(value * 1_000) / 1_000;
}

/**
 * What keeps a change from passing: a row over its budget that is not known to be, one that has become worse than is
 * written down, and a line that is not needed any more.
 */
export function complaintsOf(rows: readonly Measured[], known: readonly KnownRed[]): string[] {
  const measured = new Map(rows.map((row) => [row.what, row]));
  const names = new Set(known.map(({ what }) => what));
  return [
    ...rows.filter((row) => !names.has(row.what) && verdictOf(row) !== 'pass').map(unknownRed),
    ...known.flatMap((line) => complaintOf(line, measured.get(line.what)) ?? []),
  ];
}

function unknownRed(row: Measured): string {
  return `${row.what}: ${String(judgedOf(row))}, and may be ${String(row.budget.atMost)}.`;
}

function complaintOf({ what, atMost }: KnownRed, row: Measured | undefined): string | null {
  if (row === undefined) return `${what}: is in known-red.ts, and measured no more.`;
  if (verdictOf(row) === 'pass')
    return `${what}: is within its budget. Take it out of known-red.ts.`;
  const now = judgedOf(row);
  return now > atMost ? `${what}: ${String(now)}, and was ${String(atMost)}: it is worse.` : null;
}
