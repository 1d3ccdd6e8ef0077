import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runAloud, runRow, runStep, showFailures } from './support/steps.ts';

/*
 * `npm run check:quick`: what can be known of a change in a minute. Types and form beside the tests of rules and of the
 * tree. `npm test` has the rest: tests that need a build or let a worker die at every call, lint that needs types, and
 * the format of files that are committed.
 */
const TESTS = ['run', '--project=unit', '--tagsFilter=!long and !slow and !built'];
const CACHE = 'node_modules/.cache/eslint-quick/';

async function checkForm(): Promise<boolean> {
  const form: [string, string[]][] = [
    ['eslint', ['.', '--config', 'eslint.quick.config.js', '--cache', '--cache-location', CACHE]],
    ['prettier', ['--check', '--ignore-unknown', '--log-level', 'warn', ...changedFiles()]],
    ['knip', []],
  ];
  let isWell = true;
  for (const [program, words] of form) {
    if (!(await runStep(program, program, words))) isWell = false;
  }
  return isWell;
}

/** Files that are not committed as they are; all of them would take half a minute. Never none: Prettier wants one. */
function changedFiles(): string[] {
  const words = ['ls-files', '--modified', '--others', '--exclude-standard', '--deduplicate'];
  const listed = execFileSync('git', words, { encoding: 'utf8' }).split('\n');
  return ['package.json', ...listed.filter((name) => existsSync(name))];
}

const [types, form, tests] = await Promise.all([
  runRow(['check']),
  checkForm(),
  runStep('unit tests', 'vitest', TESTS),
]);
showFailures();
const figures = await runAloud('node', ['tests/architecture/print-figures.ts']);
process.exitCode = types && form && tests && figures === 0 ? 0 : 1;
