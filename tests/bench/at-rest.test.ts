import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { comesToRest, isAtRest } from './at-rest.ts';

test('one program that only computes keeps a machine from its rest, whatever else there is', async () => {
  const load = spawn(process.execPath, ['-e', 'console.log(1); for (;;);'], { stdio: 'pipe' });
  onTestFinished(() => void load.kill('SIGKILL'));
  await new Promise((begun) => load.stdout.once('data', begun));

  expect(isAtRest(await comesToRest(300))).toBe(false);
});

test('what goes on is waited for, and no longer', async () => {
  const left = [2, 1.1, 0.1, 0];
  const busy = (): Promise<number> => Promise.resolve(left.shift() ?? 0);

  expect(isAtRest(await comesToRest(60_000, busy))).toBe(true);
  expect(left).toStrictEqual([0]);
});

test('what never ends is told', async () => {
  expect(await comesToRest(0, () => Promise.resolve(1))).toBe(1);
});
