import { ensureBrowsers } from './browser/ensure-browsers.ts';
import { runAloud, runRow, showFailures } from './support/steps.ts';

/*
 * `npm test`: first both builds, which the tests need; then what is measured, alone; then the tests, and beside them
 * what only reads. Two cores are busy that way nearly from the first second to the last.
 */
const FIRST = ['build', 'build:firefox'];
/** Beside the tests a sync in it got no turn for so long that it called its storage silent. */
const ALONE = ['bench:quick'];
const BESIDE = ['check', 'lint:firefox', 'lint'];

const startedAt = Date.now();

function runTests(): Promise<number> {
  const words = ['run', '--project=!long', '--tagsFilter=!long', ...process.argv.slice(2)];
  return runAloud('vitest', words, { TESTS_STARTED_AT: String(startedAt) });
}

try {
  ensureBrowsers({ firefox: true });
  if (await runRow(FIRST)) {
    const isWithinBudgets = await runRow(ALONE);
    const [tests, isWell] = await Promise.all([runTests(), runRow(BESIDE)]);
    process.exitCode = isWithinBudgets && isWell ? tests : 1;
  } else {
    process.exitCode = 1;
  }
  showFailures();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
