import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hoursOf,
  meanOfPercents,
  paceOf,
  shareInTenths,
  sumOf,
  wholeOf,
} from '@/utils/domain/numbers/rounding';

test.each([
  [0, 7, 0],
  [7, 7, 1000],
  [1, 3, 333],
  [2, 3, 667],
  // Exactly half of a tenth goes up.
  [1, 16, 63],
  [1, 250_000, 1],
  [249_999, 250_000, 999],
  [9_999, 10_000, 999],
  // Sony has counted more as earned than there are.
  [8, 7, 1000],
])('%d of %d are %d tenths of a percent', (part, whole, tenths) => {
  expect(shareInTenths(part, whole)).toBe(tenths);
});

test('of nothing there is no share', () => {
  expect(shareInTenths(0, 0)).toBe(null);
  expect(meanOfPercents([])).toBe(null);
});

test('the mean of percents has one decimal', () => {
  expect(meanOfPercents([100, 100, 97, 45, 12, 0, 0])).toBe(506);
  expect(meanOfPercents([100, 100])).toBe(1000);
});

test('only all is 100 %, and only nothing is 0 %', () => {
  fc.assert(
    fc.property(fc.nat(300_000), fc.integer({ min: 1, max: 300_000 }), (some, whole) => {
      const part = Math.min(some, whole);
      const tenths = shareInTenths(part, whole) ?? NaN;
      expect(tenths === 1000).toBe(part === whole);
      expect(tenths === 0).toBe(part === 0);
      const isClamped = tenths === 1 || tenths === 999;
      if (!isClamped) expect(Math.abs(tenths - (1000 * part) / whole)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test('a half goes up', () => {
  expect([0.4, 0.5, 1.5, 2.49].map(wholeOf)).toEqual([0, 1, 2, 2]);
});

test.each([
  [3 * 3_600, 3],
  [0, 0],
  [179, 0],
  [180, 0.1],
  [3_599, 1],
])('%d seconds are %d hours', (seconds, hours) => {
  expect(hoursOf(seconds)).toBe(hours);
});

test('a pace is what a month of 30.44 days brings', () => {
  expect(paceOf(8, 329)).toBe(0.74);
  expect(paceOf(4, 207)).toBe(0.59);
});

test('a sum of nothing is 0', () => {
  expect(sumOf([])).toBe(0);
  expect(sumOf([1, 2, 4])).toBe(7);
});
