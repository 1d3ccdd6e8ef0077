import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ensureBrowsers } from './browser/ensure-browsers.ts';
import { duration } from './support/duration.ts';

/*
 * `npm test`: first both builds, which the tests need; then the tests, and beside them what only reads. Two cores are
 * busy that way from the first second to the last. A step that fails is shown whole, at the end, where it is seen.
 */
const FIRST = ['build', 'build:firefox'];
const BESIDE = ['check', 'lint:firefox', 'lint'];

const startedAt = Date.now();
const running = new Set<ChildProcess>();
/** What failed, with what it printed. */
const failures: string[] = [];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(130);
  });
}

/** Answers whether all of the steps went well; each is run, whatever became of the one before. */
async function runRow(steps: readonly string[]): Promise<boolean> {
  let isWell = true;
  for (const step of steps) if (!(await runStep(step))) isWell = false;
  return isWell;
}

/** Runs one of package.json's scripts and says how it went; only a failure's output is worth reading, later. */
async function runStep(step: string): Promise<boolean> {
  const began = Date.now();
  const child = start('npm', ['run', '--silent', step], 'pipe');
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => output.push(data));
  }
  const isWell = (await codeOf(child)) === 0;
  const time = duration(Date.now() - began);
  process.stdout.write(`${isWell ? '✓' : '✗'} npm run ${step} (${time})\n`);
  if (!isWell) failures.push(`${Buffer.concat(output).toString()}\n✗ npm run ${step} failed\n`);
  return isWell;
}

async function runTests(): Promise<number> {
  return codeOf(
    start(
      'vitest',
      ['run', '--project=!long', '--tagsFilter=!long', ...process.argv.slice(2)],
      'inherit',
    ),
  );
}

function start(program: string, words: string[], output: 'pipe' | 'inherit'): ChildProcess {
  const child = spawn(program, words, {
    stdio: ['ignore', output, output],
    env: { ...process.env, TESTS_STARTED_AT: String(startedAt) },
    // npm and vitest are `.cmd` files there.
    shell: process.platform === 'win32',
  });
  running.add(child);
  return child;
}

async function codeOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  running.delete(child);
  return code ?? 1;
}

try {
  ensureBrowsers({ firefox: true });
  if (await runRow(FIRST)) {
    const [tests, isWell] = await Promise.all([runTests(), runRow(BESIDE)]);
    process.exitCode = isWell ? tests : 1;
  } else {
    process.exitCode = 1;
  }
  process.stdout.write(failures.join('\n'));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
