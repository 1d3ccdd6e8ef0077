import { expect, test } from 'vitest';
import { growth, slopeOf, slopeOfSorting } from './growth.ts';
import { verdictOf } from './row.ts';

test.each([
  [0, 7],
  [1, 70],
  [2, 700],
])('the exponent is %i where ten times the size costs 7 → %i', (slope, cost) => {
  expect(slopeOf({ size: 50, cost: 7 }, { size: 500, cost })).toBeCloseTo(slope);
});

test('sorting is a little worse than in proportion, and less so the more there is', () => {
  expect(slopeOfSorting(50, 500)).toBeCloseTo(1.201, 3);
  expect(slopeOfSorting(5_000, 50_000)).toBeCloseTo(1.104, 3);
});

test.each([
  ['pass', 10],
  ['pass', 16],
  ['over', 20],
])('a row is %s where ten times the games cost %i times as much', (verdict, times) => {
  const row = growth('a sync', { size: 50, cost: 2 }, { size: 500, cost: 2 * times });
  expect(row.what).toBe('growth of a sync, 50 to 500');
  expect(verdictOf(row)).toBe(verdict);
});
