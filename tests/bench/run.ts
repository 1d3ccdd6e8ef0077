import { ensureBrowsers } from '../browser/ensure-browsers.ts';
import { runRow, showFailures } from '../support/steps.ts';
import { complaintsOf } from './gate.ts';
import { KNOWN_RED } from './known-red.ts';
import { writeResults } from './results-file.ts';
import { tableOf } from './results-table.ts';
import type { Measured } from './row.ts';
import { opening } from './rows/opening.ts';
import { sizes } from './rows/sizes.ts';
import { storedSets } from './rows/stored-sets.ts';
import { syncCounts } from './rows/sync-counts.ts';
import { workerEvaluated } from './rows/worker-evaluated.ts';
import { workerStart } from './rows/worker-start.ts';

/*
 * `npm run bench`: what the shipped build costs, against what it could cost at the least, measured in the same run;
 * `--quick` leaves out what takes time, and so what depends on the machine: it fails where a row is over its budget and
 * not in `known-red.ts`, or worse than is written there. `--built` measures the build that is there.
 */
const isQuick = process.argv.includes('--quick');
const isBuilt = process.argv.includes('--built');

/** One line a row: how to measure it. A row is added here. */
const QUICK: (() => Measured[] | Promise<Measured[]>)[] = [
  sizes,
  workerEvaluated,
  syncCounts,
  storedSets,
];
const TIMED: typeof QUICK = [
  workerStart,
  () => opening('single', '1'),
  () => opening('hunter', '1,300'),
  () => opening('leaderboard', '5,000'),
];

async function measure(): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const row of isQuick ? QUICK : [...QUICK, ...TIMED]) rows.push(...(await row()));
  return rows;
}

/** Whatever is measured, of the quick rows none may become worse unnoticed. */
function judge(rows: readonly Measured[]): void {
  const complaints = complaintsOf(rows, KNOWN_RED);
  for (const complaint of complaints) process.stdout.write(`✗ ${complaint}\n`);
  if (complaints.length > 0) process.exitCode = 1;
}

try {
  ensureBrowsers({ firefox: false });
  if (isBuilt || (await runRow(['build']))) {
    const rows = await measure();
    process.stdout.write(`${tableOf(rows)}\n`);
    if (isQuick) judge(rows);
    else writeResults(rows, new Date().toISOString().slice(0, 10));
  } else {
    showFailures();
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exitCode = 1;
}
