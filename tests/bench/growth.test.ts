import { expect, test } from 'vitest';
import { atTenTimes, growthRow, nLogN } from './growth.ts';

const six = (value: number) => Array.from({ length: 6 }, () => value);

test.each([
  ['what does not grow', 50, 7, 5_000, 7, 1],
  ['what grows with the size', 1_000, 2, 10_000, 20, 10],
  ['the same over two tenfolds', 50, 2, 5_000, 200, 10],
  ['what grows with its square', 100, 1, 1_000, 100, 100],
])('%s, at ten times the size', (_, games, value, moreGames, moreValue, grown) => {
  const { low, median, high } = atTenTimes(
    { games, values: six(value) },
    { games: moreGames, values: six(moreValue) },
  );
  expect(median).toBeCloseTo(grown);
  expect([low, high]).toStrictEqual([median, median]);
});

test('the interval is that of the rounds', () => {
  const { low, high } = atTenTimes(
    { games: 10, values: six(1) },
    { games: 1_000, values: [1, 4, 4, 9, 9, 16] },
  );
  expect([low, high]).toStrictEqual([1, 4]);
});

test('n log n is what may be reached: ten times, and a little', () => {
  expect(nLogN(1_000)).toBeCloseTo(13.33);
  const row = growthRow(
    'heap',
    'ms',
    { games: 1_000, values: six(1) },
    { games: 10_000, values: six(13) },
  );
  expect(row).toMatchObject({ theirs: 1, ours: 13, floor: '1,000 to 10,000 games' });
  expect(row.budget.atMost).toBeCloseTo(13.33);
});
