import { expect, test } from 'vitest';
import { estimate, isQuiet, pairedRatio } from './paired-ratio.ts';

const count = (to: number) => Array.from({ length: to }, (_, n) => n + 1);

test.each([
  // By the table of the sign test: the ranks that 95 % lie between.
  [6, 1, 6],
  [9, 2, 8],
  [12, 3, 10],
  [20, 6, 15],
  [25, 8, 18],
])('of %i values the interval goes from rank %i to %i', (values, low, high) => {
  expect(estimate(count(values))).toMatchObject({ low, high });
});

test('the median of an even number lies between the two in the middle', () => {
  expect(estimate([6, 1, 5, 2, 4, 3]).median).toBe(3.5);
  expect(estimate([7, 6, 1, 5, 2, 4, 3]).median).toBe(4);
});

test('a load that slows whole rounds down leaves the ratio as it is', () => {
  const theirs = [10, 11, 40, 10, 90, 12, 10];
  const ratio = pairedRatio(
    theirs.map((time) => 2 * time),
    theirs,
  );
  expect(ratio).toStrictEqual({ median: 2, low: 2, high: 2 });
});

test('too few rounds, or rounds that lack one, give no ratio', () => {
  expect(() => pairedRatio([1, 2, 3], [1, 2, 3])).toThrow('six rounds');
  expect(() => pairedRatio(count(7), count(6))).toThrow('six rounds');
});

test.each([
  [true, { low: 0.95, median: 1.01, high: 1.1 }],
  [false, { low: 1.02, median: 1.05, high: 1.1 }],
  [false, { low: 0.8, median: 1, high: 1.3 }],
])('a run is believed, or not, by what it says of one thing twice (%o)', (believed, control) => {
  expect(isQuiet(control)).toBe(believed);
});
