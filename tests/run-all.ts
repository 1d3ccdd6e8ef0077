import { ensureBrowsers } from './browser/ensure-browsers.ts';
import { runAloud, runRow, showFailures } from './support/steps.ts';

/*
 * `npm test`: first both builds, which the tests need; then what is measured; then the tests. Beside all of it goes what
 * only reads. Two cores are busy that way from the first second to the last.
 */
const FIRST = ['build', 'build:firefox'];
/** Beside the tests a sync in it got no turn for so long that it called its storage silent. One reader leaves it a core. */
const MEASURED = ['bench:quick'];
/** Also while there is no build yet. */
const OF_SOURCES = ['lint:form'];
/** Building writes types that are read here. */
const OF_BUILDS = ['check', 'lint:firefox', 'lint:unused', 'lint:rules'];

const startedAt = Date.now();

function runTests(): Promise<number> {
  const words = ['run', '--project=!long', '--tagsFilter=!long', ...process.argv.slice(2)];
  return runAloud('vitest', words, { TESTS_STARTED_AT: String(startedAt) });
}

async function runBeside(built: Promise<boolean>): Promise<boolean> {
  const ofSources = await runRow(OF_SOURCES);
  return (await built) && (await runRow(OF_BUILDS)) && ofSources;
}

try {
  ensureBrowsers({ firefox: true });
  const built = runRow(FIRST);
  const beside = runBeside(built);
  if (await built) {
    const isWithinBudgets = await runRow(MEASURED);
    const [tests, isWell] = await Promise.all([runTests(), beside]);
    process.exitCode = isWithinBudgets && isWell ? tests : 1;
  } else {
    await beside;
    process.exitCode = 1;
  }
  showFailures();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
