import { expect, test } from 'vitest';
import { nineOfTen, timedRow, withLeast } from './timed-row.ts';

const theirs = [10, 11, 40, 10, 90, 12, 10];
const twice = { ours: theirs.map((time) => 2 * time), theirs };

test('two things that ran in the same rounds make a ratio', () => {
  const close = expect.closeTo(2) as number;
  expect(timedRow({ what: 'popup', floor: 'an empty page' }, twice, 1.2)).toStrictEqual({
    what: 'popup',
    floor: 'an empty page',
    unit: 'ms',
    theirs: 11,
    ours: 22,
    ratio: { low: close, median: close, high: close },
    budget: { atMost: 1.2, of: 'ratio' },
  });
});

test('and so does what nobody could do without, with either of them', () => {
  const row = timedRow({ what: 'copy', floor: 'JSON' }, twice, 1.5);
  const { least } = withLeast(row, 'written once', {
    ...twice,
    least: theirs.map((time) => 4 * time),
  });
  expect(least).toMatchObject({ what: 'written once', amount: 44 });
  expect(least?.ratio.median).toBeCloseTo(4);
  expect(least?.ours.median).toBeCloseTo(0.5);
});

test.each([
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 9],
  [[5, 3], 5],
  [[7], 7],
])('nine of ten of %o', (times, most) => {
  expect(nineOfTen(times)).toBe(most);
});
