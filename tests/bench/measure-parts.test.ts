import { expect, onTestFinished, test, vi } from 'vitest';
import { measureParts } from './measure-parts.ts';
import type { Part } from './parts.ts';
import { controlledBy } from './controlled.ts';
import { amountRow } from './timed-row.ts';

const part = (name: string, measure: Part['measure']): Part => ({ name, seconds: 30, measure });
const row = (what: string) => amountRow(what, { ours: 3, unit: 'kB' }, 2);
const [BUSY, REST] = [
  { stretch: 1, busy: 1 },
  { stretch: 1, busy: 0 },
];
const atRest = () => Promise.resolve(REST);
const fails = part('typing', () => Promise.reject(new Error('no key\nat a place')));

test('a part that fails ends no other, and is said', async () => {
  const said: string[] = [];
  const heap = part('heap', () => [row('worker'), row('page')]);
  const idle = part('idle', () => Promise.resolve([row('starts')]));
  const rows = await measureParts([fails, heap], [idle], (line) => said.push(line), atRest);

  expect(rows).toMatchObject([
    { what: 'typing', failure: 'no key' },
    { what: 'worker' },
    { what: 'page' },
    { what: 'starts' },
  ]);
  expect(said).toHaveLength(7);
  expect(said).toStrictEqual(
    expect.arrayContaining([
      expect.stringMatching(/^about /),
      expect.stringMatching(/^… idle, about /),
      expect.stringMatching(/^… typing, about /),
      expect.stringMatching(/^✗ idle \(.*, 1 rows, 1 over\)$/),
      expect.stringMatching(/^✗ typing \(.*, 1 rows, 1 failed\)$/),
      expect.stringMatching(/^… heap, about /),
      expect.stringMatching(/^✗ heap \(.*, 2 rows, 2 over\)$/),
    ]),
  );
});

test('a part that never ends is given up, and the next one measured', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const hangs = part('typing', () => new Promise(() => undefined));
  const heap = part('heap', () => [row('worker')]);
  const measured = measureParts([hangs, heap], [], () => undefined, atRest);
  await vi.advanceTimersByTimeAsync(300_000);

  expect(await measured).toMatchObject([
    { what: 'typing', failure: 'It was not done after 5 min 0 s.' },
    { what: 'worker' },
  ]);
});

test.each([
  ['before', [BUSY, REST, BUSY, REST]],
  ['after', [REST, BUSY, REST, BUSY]],
])('what is timed says nothing where a load had the machine %s it', async (_, loads) => {
  const times = [10, 11, 12, 10, 11, 12, 10];
  const start = part('start', () => [
    ...controlledBy({ once: times, again: times }, [row('started')]),
    row('size'),
  ]);
  const left = [...loads];
  const rows = await measureParts(
    [start],
    [],
    () => undefined,
    () => Promise.resolve(left.shift() ?? REST),
  );

  expect(rows).toMatchObject([
    { what: 'started', isVoid: true, load: BUSY },
    { what: 'size', ours: 3 },
  ]);
  expect(rows[1]).not.toHaveProperty('isVoid');
});

test('what is only counted waits for no rest of the machine', async () => {
  const load = vi.fn(atRest);
  const sizes = { ...part('sizes', () => [row('size')]), isCounted: true };
  const rows = await measureParts([sizes], [], () => undefined, load);

  expect(rows).toMatchObject([{ what: 'size' }]);
  expect(load).not.toHaveBeenCalled();
});

test('what was timed beside a load is timed again when all else is done, and that stands', async () => {
  const times = [10, 11, 12, 10, 11, 12, 10];
  const order: string[] = [];
  const timed = (name: string): Part =>
    part(name, () => {
      order.push(name);
      return controlledBy({ once: times, again: times }, [row(name)]);
    });
  const left = [BUSY];
  const rows = await measureParts(
    [timed('start'), timed('typing')],
    [],
    () => undefined,
    () => Promise.resolve(left.shift() ?? REST),
  );

  expect(order).toStrictEqual(['start', 'typing', 'start']);
  expect(rows).toMatchObject([
    { what: 'start', isVoid: false },
    { what: 'typing', isVoid: false },
  ]);
});
