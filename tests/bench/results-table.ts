import { type Measured, verdictOf } from './row.ts';

const HEAD = ['what', 'compared with', 'theirs', 'ours', 'ratio', 'budget', ''] as const;
const SIGNS = { pass: 'pass', over: '**over**', void: 'void', failed: '**failed**' } as const;

/** The rows as a table in Markdown, which reads in a terminal as well. */
export function tableOf(rows: readonly Measured[]): string {
  const lines = rows.map((row) => [
    row.what,
    floorOf(row),
    row.theirs === null ? '' : amount(row.theirs, row.unit),
    Number.isNaN(row.ours) ? '' : amount(row.ours, row.unit),
    ratioOf(row),
    budgetOf(row),
    SIGNS[verdictOf(row)],
  ]);
  const widths = HEAD.map((name, column) =>
    Math.max(name.length, 3, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...lines.map(line)].join(
    '\n',
  );
}

function floorOf({ floor, least, unit }: Measured): string {
  if (least === undefined) return floor;
  const { what, ratio } = least;
  return `${floor} (${what}: ${amount(least.amount, unit)}, ${ratio.median.toFixed(2)} ×)`;
}

function ratioOf({ ratio }: Measured): string {
  if (ratio === null) return '';
  const { median, low, high } = ratio;
  return low === high
    ? `${median.toFixed(2)} ×`
    : `${median.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function budgetOf({ budget, unit, failure }: Measured): string {
  if (failure !== undefined) return '';
  return budget.of === 'ratio'
    ? `≤ ${budget.atMost.toFixed(2)} ×`
    : `≤ ${amount(budget.atMost, unit)}`;
}

function amount(value: number, unit: Measured['unit']): string {
  const places = unit === 'exponent' ? 100 : 10;
  return `${String(Math.round(value * places) / places)} ${unit}`;
}
