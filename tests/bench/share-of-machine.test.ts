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

  expect(isShared({ stretch: stretchOfWork(), busy: 0 })).toBe(true);
});

test.each([
  [false, { stretch: 1.1, busy: 0.1 }],
  [true, { stretch: 1.5, busy: 0.1 }],
  [true, { stretch: 1, busy: 1 }],
])(
  'a machine is shared, or not, by how far work is stretched and what computes (%o)',
  (shared, load) => {
    expect(isShared(load)).toBe(shared);
  },
);
