import { parseArgs } from 'node:util';
import { ensureBrowsers } from '../browser/ensure-browsers.ts';
import { runRow, showFailures } from '../support/steps.ts';
import { complaintsOf } from './gate.ts';
import { KNOWN_RED } from './known-red.ts';
import { measureParts } from './measure-parts.ts';
import { BESIDE, type Part, QUICK, TIMED } from './parts.ts';
import { writeResults } from './results-file.ts';
import { notesOf } from './red-notes.ts';
import { tableOf } from './results-table.ts';
import { type Measured, verdictOf } from './row.ts';
import { TIMED_RED } from './timed-red.ts';

/*
 * `npm run bench`: what the shipped build costs, against what it could cost at the least, measured in the same run;
 * `--quick` leaves out what takes time, and so what depends on the machine: it fails where a row is over its budget and
 * not in `known-red.ts`, or worse than is written there. `--rows popup,typing` measures these alone and writes no file.
 * `--built` measures the build that is there.
 */
const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    rows: { type: 'string' },
  },
});
const wanted = given.rows?.split(',');

function chosen(parts: readonly Part[]): Part[] {
  return parts.filter(({ name }) => wanted?.includes(name) ?? true);
}

/** Names of parts that there are not. */
function unknownNames(): string[] {
  const names = new Set([...QUICK, ...TIMED, ...BESIDE].map(({ name }) => name));
  return wanted?.filter((name) => !names.has(name)) ?? [];
}

function measure(): Promise<Measured[]> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (given.quick) return measureParts(chosen(QUICK), [], say);
  return measureParts(chosen([...QUICK, ...TIMED]), chosen(BESIDE), say);
}

/** Whatever is measured, of the quick rows none may become worse unnoticed. */
function judge(rows: readonly Measured[]): void {
  const complaints = complaintsOf(rows, KNOWN_RED);
  for (const complaint of complaints) process.stdout.write(`✗ ${complaint}\n`);
  if (complaints.length > 0) process.exitCode = 1;
}

async function run(): Promise<void> {
  ensureBrowsers({ firefox: !given.quick });
  const builds = given.quick ? ['build'] : ['build', 'build:firefox'];
  if (!given.built && !(await runRow(builds))) {
    showFailures();
    process.exitCode = 1;
    return;
  }
  const rows = await measure();
  const notes = notesOf(rows, [...KNOWN_RED, ...TIMED_RED]);
  process.stdout.write(`${tableOf(rows)}\n${notes.join('\n')}\n`);
  if (rows.some((row) => verdictOf(row) === 'failed')) process.exitCode = 1;
  if (wanted !== undefined) return;
  if (given.quick) judge(rows);
  else writeResults(rows, notes, new Date().toISOString().slice(0, 10));
}

try {
  const unknown = unknownNames();
  if (unknown.length > 0) throw new Error(`There are no rows called ${unknown.join(', ')}.`);
  await run();
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exitCode = 1;
}
// A part that was given up may have left a browser open, which would keep this process.
process.exit();
