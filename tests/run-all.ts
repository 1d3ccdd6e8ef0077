import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ensureBrowsers } from './browser/ensure-browsers.ts';
import { duration } from './support/duration.ts';

/*
 * `npm test`: what does not depend on each other goes side by side, one row after the other; then the tests, which
 * need both builds. A step that fails is shown whole, the rows are seen to their end, and no test is begun.
 */
const ROWS = [['lint'], ['build', 'build:firefox', 'lint:firefox', 'check']];

const startedAt = Date.now();
const running = new Set<ChildProcess>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(130);
  });
}

/** Answers whether all of the row's steps went well. */
async function runRow(steps: readonly string[]): Promise<boolean> {
  for (const step of steps) if (!(await runStep(step))) return false;
  return true;
}

/** Runs one of package.json's scripts and says how it went; only a failure's output is worth reading. */
async function runStep(step: string): Promise<boolean> {
  const began = Date.now();
  const child = start('npm', ['run', '--silent', step], 'pipe');
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => output.push(data));
  }
  const isWell = (await codeOf(child)) === 0;
  const time = duration(Date.now() - began);
  if (isWell) process.stdout.write(`✓ npm run ${step} (${time})\n`);
  else
    process.stdout.write(
      `\n${Buffer.concat(output).toString()}\n✗ npm run ${step} failed (${time})\n`,
    );
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
  const went = await Promise.all(ROWS.map(runRow));
  process.exitCode = went.every(Boolean) ? await runTests() : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
