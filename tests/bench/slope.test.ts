import { expect, test } from 'vitest';
import { slopeRow, slopeOf, slopeOfSorting } from './slope.ts';
import { verdictOf } from './row.ts';

test.each([
  [0, 7],
  [1, 70],
  [2, 700],
])('the exponent is %i where ten times the size costs 7 → %i', (slope, cost) => {
  expect(slopeOf({ size: 50, cost: 7 }, { size: 500, cost })).toBeCloseTo(slope);
});

test('the sizes may be any', () => {
  expect(slopeOf({ size: 50, cost: 7 }, { size: 200, cost: 28 })).toBeCloseTo(1);
});

test('sorting is a little worse than in proportion, and less so the more there is', () => {
  expect(slopeOfSorting(50, 500)).toBeCloseTo(1.201, 3);
  expect(slopeOfSorting(5_000, 50_000)).toBeCloseTo(1.104, 3);
  expect(slopeOfSorting(1, 10)).toBeCloseTo(1.521, 3);
});

test.each([
  ['pass', 10],
  ['pass', 15.3],
  ['over', 15.5],
])('a row is %s where ten times the games cost %f times as much', (verdict, times) => {
  const row = slopeRow('a sync', { size: 500, cost: 2 }, { size: 5_000, cost: 2 * times });
  expect(row.what).toBe('growth of a sync, 500 to 5,000');
  expect(row.theirs).toBeCloseTo(1.137, 3);
  expect(verdictOf(row)).toBe(verdict);
});
