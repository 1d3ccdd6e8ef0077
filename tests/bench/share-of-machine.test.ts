import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { isShared, stretchOfWork } from './share-of-machine.ts';

test('work takes longer than it computes where others have every processor', async () => {
  const loads = Array.from({ length: 2 * availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'console.log(1); for (;;);'], { stdio: 'pipe' }),
  );
  onTestFinished(() => {
    for (const load of loads) load.kill('SIGKILL');
  });
  await Promise.all(loads.map(({ stdout }) => new Promise((begun) => stdout.once('data', begun))));

  expect(isShared(stretchOfWork())).toBe(true);
});

test.each([
  [false, 1.1],
  [true, 1.5],
])('a machine is shared, or not, by how far work is stretched (%o)', (shared, stretch) => {
  expect(isShared(stretch)).toBe(shared);
});
