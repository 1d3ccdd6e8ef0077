import { ensureBrowsers } from '../browser/ensure-browsers.ts';
import { runRow, showFailures } from '../support/steps.ts';
import { writeResults } from './results-file.ts';
import { tableOf } from './results-table.ts';
import type { Measured } from './row.ts';
import { pages, pagesInFirefox } from './rows/pages.ts';
import { sizes } from './rows/sizes.ts';
import { workerStart } from './rows/worker-start.ts';

/*
 * `npm run bench`: what the shipped build costs, against what it could cost at the least, measured in the same run;
 * `--quick` leaves out what takes time, and so what depends on the machine.
 */
const isQuick = process.argv.includes('--quick');

/** One line a row: how to measure it. A row is added here. */
const QUICK: (() => Measured[] | Promise<Measured[]>)[] = [sizes];
const TIMED: typeof QUICK = [workerStart, pages, pagesInFirefox];

async function measure(): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const row of isQuick ? QUICK : [...QUICK, ...TIMED]) rows.push(...(await row()));
  return rows;
}

try {
  ensureBrowsers({ firefox: !isQuick });
  if (await runRow(isQuick ? ['build'] : ['build', 'build:firefox'])) {
    const rows = await measure();
    process.stdout.write(`${tableOf(rows)}\n`);
    if (!isQuick) writeResults(rows, new Date().toISOString().slice(0, 10));
  } else {
    showFailures();
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exitCode = 1;
}
