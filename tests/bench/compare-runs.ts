import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, hostname, release, totalmem } from 'node:os';
import type { Measured } from './row.ts';

/** From the low end of an interval to its high one, by the row's name. */
export type Intervals = Record<string, [low: number, high: number]>;

/** Where Linux keeps the word of its installation, which no other has. */
const INSTALLATION = '/etc/machine-id';

/** A machine by what it is, and by a word that tells it from others of its kind. */
export function machineName(): string {
  const [first] = cpus();
  const installation = existsSync(INSTALLATION) ? readFileSync(INSTALLATION, 'utf8') : '';
  const traits = [hostname(), installation, String(totalmem()), release()];
  const word = createHash('sha256').update(traits.join()).digest('hex').slice(0, 4);
  return `${String(cpus().length)} × ${first?.model.trim() ?? 'unknown'} (${word})`;
}

/** Where both runs have a ratio that can be believed. Amounts of time are another machine's own. */
export function intervalsOf(rows: readonly Measured[]): Intervals {
  return Object.fromEntries(
    rows.flatMap(({ what, ratio, isVoid }) =>
      ratio === null || isVoid ? [] : [[what, [ratio.low, ratio.high]] as const],
    ),
  );
}

/** A sentence for each row that another run has too: whether they may be the same. */
export function comparison(ours: Intervals, theirs: Intervals): string[] {
  return Object.entries(ours).flatMap(([what, [low, high]]) => {
    const other = theirs[what];
    if (other === undefined) return [];
    const agrees = low <= other[1] && other[0] <= high;
    const both = `${interval(low, high)} and ${interval(...other)}`;
    return [`${agrees ? '=' : '≠'} ${what}: ${both}`];
  });
}

function interval(low: number, high: number): string {
  return low === high ? low.toFixed(2) : `${low.toFixed(2)}–${high.toFixed(2)}`;
}
