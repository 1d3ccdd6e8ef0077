import { ensureBrowsers } from './browser/ensure-browsers.ts';
import { runAloud, runRow, showFailures } from './support/steps.ts';

/*
 * `npm test`: first both builds, which the tests need; then the tests, and beside them what only reads. Two cores are
 * busy that way from the first second to the last.
 */
const FIRST = ['build', 'build:firefox'];
const BESIDE = ['check', 'lint:firefox', 'lint', 'bench:quick'];

const startedAt = Date.now();

function runTests(): Promise<number> {
  const words = ['run', '--project=!long', '--tagsFilter=!long', ...process.argv.slice(2)];
  return runAloud('vitest', words, { TESTS_STARTED_AT: String(startedAt) });
}

try {
  ensureBrowsers({ firefox: true });
  if (await runRow(FIRST)) {
    const [tests, isWell] = await Promise.all([runTests(), runRow(BESIDE)]);
    process.exitCode = isWell ? tests : 1;
  } else {
    process.exitCode = 1;
  }
  showFailures();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
