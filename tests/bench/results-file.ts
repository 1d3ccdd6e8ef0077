import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { comparison, intervalsOf, machineName, type Intervals } from './compare-runs.ts';
import { tableOf } from './results-table.ts';
import { type Measured, verdictOf } from './row.ts';

const FILE = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const RUNS = 12;
const STEPS = '▁▂▃▄▅▆▇█';

/** What a row came to in a run: the ratio where there is one, else the amount. */
type Past = Record<string, number[]>;

/** What is kept of earlier runs, in the file itself. */
interface Kept {
  past: Past;
  /** The last run of each machine. */
  machines: Record<string, Intervals>;
}

/**
 * Writes the table of a run, with the way that each row has gone over the last runs, and what the last run of each
 * machine says of it.
 */
export function writeResults(
  rows: readonly Measured[],
  notes: readonly string[],
  at: string,
): void {
  const before = existsSync(FILE) ? keptIn(readFileSync(FILE, 'utf8')) : { past: {}, machines: {} };
  const ours = intervalsOf(rows);
  const past = withRun(before.past, rows);
  const kept: Kept = { past, machines: { ...before.machines, [machineName()]: ours } };
  const charts = Object.entries(past).map(([what, values]) => `${chartOf(values)} ${what}`);
  const compared = Object.entries(before.machines).flatMap(([machine, theirs]) => [
    `Of this run and the last one on ${machine} (= they have something in common):`,
    textOf(comparison(ours, theirs)),
  ]);
  const text = [
    '# What the benchmark says',
    `Written by \`npm run bench\` on ${at}, on ${machineName()}. Ratios hold between machines, amounts of time do not.`,
    tableOf(rows),
    ...(notes.length === 0 ? [] : ['## What does not pass, and why', notes.join('\n')]),
    '## The last runs',
    'Oldest first; a row is drawn from its least to its most.',
    textOf(charts),
    ...(compared.length === 0 ? [] : ['## This run and others', ...compared]),
    `<!-- ${JSON.stringify(kept)} -->`,
  ];
  process.stdout.write(`${compared.join('\n')}\n`);
  writeFileSync(FILE, `${text.join('\n\n')}\n`);
}

export function withRun(past: Past, rows: readonly Measured[]): Past {
  const measured = rows.filter((row) => verdictOf(row) !== 'failed');
  const ran = measured.map((row) => {
    const value = Math.round((row.ratio?.median ?? row.ours) * 100) / 100;
    return [row.what, [...(past[row.what] ?? []), value].slice(-RUNS)] as const;
  });
  // What failed this time may be measured again the next.
  return { ...(measured.length < rows.length ? past : {}), ...Object.fromEntries(ran) };
}

/** One letter a run, the higher the more. */
export function chartOf(values: readonly number[]): string {
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  return values
    .map((value) => STEPS[range === 0 ? 0 : Math.round(((value - least) / range) * 7)] ?? '')
    .join('');
}

function textOf(lines: readonly string[]): string {
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

function keptIn(text: string): Kept {
  const written = /^<!-- (\{.*\}) -->$/m.exec(text)?.[1];
  return written === undefined ? { past: {}, machines: {} } : (JSON.parse(written) as Kept);
}
