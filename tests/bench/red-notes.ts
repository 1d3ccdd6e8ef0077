import { type Measured, verdictOf } from './row.ts';

/** Why rows are over their budget, and what was tried. */
export interface Reason {
  /** The name of a row, or what the names of several begin with. */
  what: string;
  why: string;
  tried: string;
}

/** A line for each row that does not pass: by how much and why, and what was tried; or why it says nothing. */
export function notesOf(rows: readonly Measured[], reasons: readonly Reason[]): string[] {
  return rows.flatMap((row) => {
    const note = noteOf(row, reasons);
    return note === null ? [] : [`- ${row.what}: ${note}`];
  });
}

function noteOf(row: Measured, reasons: readonly Reason[]): string | null {
  const { control, load, failure } = row;
  switch (verdictOf(row)) {
    case 'pass':
      return null;
    case 'failed':
      return `was not measured. ${failure ?? ''}`;
    case 'void':
      if (load !== undefined) {
        return `says nothing. Something else had the machine: it kept ${interval(load.busy)} processors busy, and work took ${interval(load.stretch)} times as long as it computed.`;
      }
      return `says nothing. What ran twice came out as ${interval(control?.low)}–${interval(control?.high)} times itself.`;
    case 'over':
      return `${overBy(row)} over. ${leastOf(row)}${reasonOf(row.what, reasons)}`;
  }
}

/** What of it nobody can do without. */
function leastOf({ least, budget }: Measured): string {
  if (least === undefined) return '';
  const { what, ratio, ours } = least;
  const over = Math.round((100 * (ratio.median - budget.atMost)) / budget.atMost);
  const byItself = over > 0 ? `is ${String(over)} % over by itself` : 'is within it by itself';
  return `Of that, ${what} ${byItself}, and the row is ${ours.median.toFixed(2)} times it. `;
}

/** The longest name that fits is the nearest. */
function reasonOf(name: string, reasons: readonly Reason[]): string {
  const fitting = reasons.filter(({ what }) => name.startsWith(what));
  const reason = fitting.sort((one, other) => other.what.length - one.what.length)[0];
  return reason === undefined
    ? 'Nobody has looked into it yet.'
    : `${reason.why} Tried: ${reason.tried}`;
}

function overBy({ ours, ratio, budget, unit }: Measured): string {
  const value = budget.of === 'ratio' ? (ratio?.median ?? Number.NaN) : ours;
  const missing = value - budget.atMost;
  if (budget.atMost === 0) return `${String(Math.round(missing * 10) / 10)} ${unit}`;
  return `${String(Math.round((100 * missing) / budget.atMost))} %`;
}

function interval(value = Number.NaN): string {
  return value.toFixed(2);
}
