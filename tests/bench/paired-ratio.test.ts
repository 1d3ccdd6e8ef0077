import { expect, test } from 'vitest';
import { isQuiet, medianOf, pairedRatio } from './paired-ratio.ts';

const count = (to: number) => Array.from({ length: to }, (_, n) => n + 1);
const powers = (to: number) => count(to).map((n) => Math.exp(n));
const ones = (to: number) => count(to).map(() => 1);

test.each([
  // By the table of the signed-rank test, that no more than one in 40 lies below: 0 of 6, 5 of 9, 13 of 12, 52 of 20.
  [6, 0],
  [9, 5],
  [12, 13],
  [20, 52],
])('of %i rounds the interval leaves out %i means at each end', (rounds, outside) => {
  const { low, high } = pairedRatio(powers(rounds), ones(rounds));
  const means = count(rounds)
    .flatMap((one) => count(rounds).flatMap((other) => (other >= one ? (one + other) / 2 : [])))
    .sort((one, other) => one - other);
  expect(Math.log(low)).toBeCloseTo(means[outside] ?? 0);
  expect(Math.log(high)).toBeCloseTo(means.at(-1 - outside) ?? 0);
});

test('the median of an even number lies between the two in the middle', () => {
  expect(medianOf([6, 1, 5, 2, 4, 3])).toBe(3.5);
  expect(medianOf([7, 6, 1, 5, 2, 4, 3])).toBe(4);
});

test('a load that slows whole rounds down leaves the ratio as it is', () => {
  const theirs = [10, 11, 40, 10, 90, 12, 10];
  const ratio = pairedRatio(
    theirs.map((time) => 2 * time),
    theirs,
  );
  expect(ratio.low).toBeCloseTo(2);
  expect(ratio.median).toBeCloseTo(2);
  expect(ratio.high).toBeCloseTo(2);
});

test('a round that went astray widens the interval no further however far it went', () => {
  const ratioWith = (astray: number) => pairedRatio([...powers(11), astray], ones(12));
  expect(ratioWith(1e9)).toStrictEqual(ratioWith(1e12));
});

test('the interval of sixty rounds is a fraction of that of twelve', () => {
  // Always the same rounds, a fifth to either side.
  const rounds = (to: number) => count(to).map((n) => 1 + 0.2 * Math.sin(n * n));
  const width = (to: number): number => {
    const { low, high } = pairedRatio(rounds(to), ones(to));
    return Math.log(high / low);
  };
  expect(width(60) / width(12)).toBeLessThan(0.6);
});

test('too few rounds, or rounds that lack one, give no ratio', () => {
  expect(() => pairedRatio([1, 2, 3], [1, 2, 3])).toThrow('six rounds');
  expect(() => pairedRatio(count(7), count(6))).toThrow('six rounds');
});

test.each([
  [true, { low: 0.95, median: 1.01, high: 1.1 }],
  [true, { low: 1.02, median: 1.05, high: 1.1 }],
  [false, { low: 1.06, median: 1.08, high: 1.1 }],
  [false, { low: 0.9, median: 0.92, high: 0.94 }],
  [false, { low: 0.9, median: 1, high: 1.13 }],
])('a run is believed, or not, by what it says of one thing twice (%o)', (believed, control) => {
  expect(isQuiet(control)).toBe(believed);
});
