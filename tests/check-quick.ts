import { runAloud, runRow, runStep, showFailures } from './support/steps.ts';

/*
 * `npm run check:quick`: what can be known of a change in a minute. Types and form beside the tests of rules and of the
 * tree; without those that need a build, or let a worker die at every call, which `npm test` runs.
 */
const TESTS = ['run', '--project=unit', '--tagsFilter=!long and !slow and !built'];
/** Both remember what they have seen: only what has changed is read again. */
const FORM: [string, string[]][] = [
  ['eslint', ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/']],
  ['prettier', ['--check', '.', '--cache', '--log-level', 'warn']],
  ['knip', []],
];

async function checkForm(): Promise<boolean> {
  let isWell = true;
  for (const [program, words] of FORM) {
    if (!(await runStep(program, program, words))) isWell = false;
  }
  return isWell;
}

const [types, form, tests] = await Promise.all([
  runRow(['check']),
  checkForm(),
  runStep('unit tests', 'vitest', TESTS),
]);
showFailures();
const figures = await runAloud('node', ['tests/architecture/print-figures.ts']);
process.exitCode = types && form && tests && figures === 0 ? 0 : 1;
