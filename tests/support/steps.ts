import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { duration } from './duration.ts';

const running = new Set<ChildProcess>();
/** What failed, with what it printed. */
const failures: string[] = [];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(130);
  });
}

/** Runs package.json's scripts one after the other, each whatever became of the one before. True where all went well. */
export async function runRow(scripts: readonly string[]): Promise<boolean> {
  let isWell = true;
  for (const script of scripts) {
    if (!(await runStep(script, 'npm', ['run', '--silent', script]))) isWell = false;
  }
  return isWell;
}

/** Runs a program and says how it went; only a failure's output is worth reading, later. */
export async function runStep(name: string, program: string, words: string[]): Promise<boolean> {
  const began = Date.now();
  const child = start(program, words, 'pipe');
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => output.push(data));
  }
  const isWell = (await codeOf(child)) === 0;
  process.stdout.write(`${isWell ? '✓' : '✗'} ${name} (${duration(Date.now() - began)})\n`);
  if (!isWell) failures.push(`\n${Buffer.concat(output).toString()}\n✗ ${name} failed\n`);
  return isWell;
}

/** Runs a program that is worth reading along, and hands back its exit code. */
export function runAloud(program: string, words: string[], env = {}): Promise<number> {
  return codeOf(start(program, words, 'inherit', env));
}

/** Shows each failed step whole, at the end, where it is seen. */
export function showFailures(): void {
  process.stdout.write(failures.join(''));
}

function start(
  program: string,
  words: string[],
  output: 'pipe' | 'inherit',
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  const child = spawn(program, words, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
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
