import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tableOf } from './results-table.ts';
import type { Measured } from './row.ts';

const FILE = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const RUNS = 12;
const STEPS = '▁▂▃▄▅▆▇█';

/** What a row came to in a run: the ratio where there is one, else the amount. */
type Past = Record<string, number[]>;

/** Writes the table of a run, with the way that each row has gone over the last runs. */
export function writeResults(rows: readonly Measured[], at: string): void {
  const past = existsSync(FILE) ? pastIn(readFileSync(FILE, 'utf8')) : {};
  const next = withRun(past, rows);
  const charts = Object.entries(next).map(([what, values]) => `${chartOf(values)} ${what}`);
  const text = [
    '# What the benchmark says',
    `Written by \`npm run bench\` on ${at}. Ratios hold between machines, amounts of time do not.`,
    tableOf(rows),
    '## The last runs',
    'Oldest first; a row is drawn from its least to its most.',
    `\`\`\`text\n${charts.join('\n')}\n\`\`\``,
    `<!-- ${JSON.stringify(next)} -->`,
  ];
  writeFileSync(FILE, `${text.join('\n\n')}\n`);
}

export function withRun(past: Past, rows: readonly Measured[]): Past {
  return Object.fromEntries(
    rows.map((row) => {
      const value = Math.round((row.ratio?.median ?? row.ours) * 100) / 100;
      return [row.what, [...(past[row.what] ?? []), value].slice(-RUNS)];
    }),
  );
}

/** One letter a run, the higher the more. */
export function chartOf(values: readonly number[]): string {
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  return values
    .map((value) => STEPS[range === 0 ? 0 : Math.round(((value - least) / range) * 7)] ?? '')
    .join('');
}

function pastIn(text: string): Past {
  const written = /^<!-- (\{.*\}) -->$/m.exec(text)?.[1];
  return written === undefined ? {} : (JSON.parse(written) as Past);
}
