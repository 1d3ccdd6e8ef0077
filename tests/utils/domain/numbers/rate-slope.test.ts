import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateSlopeOf } from '@/utils/domain/numbers/rate-slope';
import { rateWhenEarned } from '@/utils/domain/trophies/rarity';

const DAY = 20_000;
const rate = fc.integer({ min: 1, max: 1_000 });
const at = (day: number, rate: number) => ({ day: DAY + day, rate });

test('2.1 % when you earned it, 3.4 % now', () => {
  expect(rateSlopeOf([at(0, 21), at(100, 30), at(365, 34)], at(0, 21), DAY + 365)).toEqual({
    ...{ now: 34, then: 21, pace: { change: 13, per: 'year' }, change: 'commoner' },
    first: at(0, 21),
  });
});

test('what it became since it was earned and how fast are of the same two readings', () => {
  const rates = [at(0, 50), at(150, 21), at(365, 34)];
  expect(rateSlopeOf(rates, at(150, 21), DAY + 365)).toMatchObject({
    ...{ first: at(150, 21), pace: { change: 22, per: 'year' }, change: 'commoner' },
  });
  expect(rateSlopeOf(rates, null, DAY + 365)).toMatchObject({
    ...{ first: at(0, 50), pace: { change: -16, per: 'year' }, change: 'rarer' },
  });
  // Since it was earned it is not a month.
  expect(rateSlopeOf([at(0, 50), at(340, 21), at(365, 34)], at(340, 21), DAY + 365)).toBe(null);
});

test('a rate that came twice counts from the time when it was earned', () => {
  const rates = [at(0, 21), at(100, 22), at(200, 21), at(400, 34)];
  const then = rateWhenEarned(rates, (DAY + 210) * 86_400_000);
  expect(rateSlopeOf(rates, then, DAY + 400)).toMatchObject({
    ...{ first: at(200, 21), then: 21, pace: { change: 24, per: 'year' } },
  });
  // It was earned last week.
  const late = [at(0, 21), at(100, 22), at(395, 21)];
  expect(rateSlopeOf(late, rateWhenEarned(late, (DAY + 395) * 86_400_000), DAY + 400)).toBe(null);
});

test('it takes 30 days, up to when the rate was read last', () => {
  expect(rateSlopeOf([at(0, 20), at(29, 40)], null, DAY + 29)).toBe(null);
  expect(rateSlopeOf([at(0, 20), at(29, 40)], null, DAY + 30)).toMatchObject({
    pace: { change: 244, per: 'year' },
  });
  expect(rateSlopeOf([at(0, 20)], at(0, 20), DAY + 30)).toMatchObject({
    change: 'unchanged',
    pace: { change: 0, per: 'year' },
  });
  expect(rateSlopeOf([], null, DAY + 99)).toBe(null);
});

test('what cannot go on for a year is said of a month', () => {
  const slope = (days: number, now: number) =>
    rateSlopeOf([at(0, 1_000), at(days, now)], at(0, 1_000), DAY + days)?.pace;
  expect(slope(69, 1)).toEqual({ change: -441, per: 'month' });
  expect(slope(30, 917)).toEqual({ change: -84, per: 'month' });
  expect(slope(30, 918)).toEqual({ change: -998, per: 'year' });
  expect(slope(366, 1)).toEqual({ change: -997, per: 'year' });
});

test('no pace is of more than there is to fall, or to grow', () => {
  const slope = (from: number, days: number, now: number) =>
    rateSlopeOf([at(0, from), at(days, now)], at(0, from), DAY + days)?.pace;
  expect(slope(100, 30, 50)).toEqual({ change: -51, per: 'month' });
  expect(slope(600, 220, 10)).toEqual({ change: -82, per: 'month' });
  expect(slope(950, 40, 1_000)).toEqual({ change: 38, per: 'month' });
  expect(slope(1_000, 30, 1)).toEqual({ change: -999, per: 'read' });
  expect(slope(900, 30, 1_000)).toEqual({ change: 100, per: 'read' });
  expect(slope(1_000, 30, 1_000)).toEqual({ change: 0, per: 'year' });
  fc.assert(
    fc.property(rate, rate, fc.integer({ min: 1, max: 99 }), (from, now, days) => {
      // Earned a month ago, and read for the first time since.
      const { pace } = rateSlopeOf([at(0, from), at(days, now)], at(0, from), DAY, DAY - 30)!;
      expect(from + pace.change).toBeGreaterThan(0);
      expect(from + pace.change).toBeLessThanOrEqual(1_000);
    }),
  );
});

test('a clock that was put back reads nothing before the last change', () => {
  expect(rateSlopeOf([at(0, 20), at(40, 30)], null, DAY)).toMatchObject({ now: 30 });
});

test.each([
  [21, 'unchanged'],
  [19, 'unchanged'],
  [22, 'commoner'],
  [18, 'rarer'],
] as const)('from 2.0 %% to %d tenths it is %s', (now, change) => {
  expect(rateSlopeOf([at(0, 20), at(40, now)], at(0, 20), DAY + 40)?.change).toBe(change);
});

test('where it is not known what it was when it was earned, its first rate is the measure', () => {
  expect(rateSlopeOf([at(0, 20), at(40, 30)], null, DAY + 40)).toMatchObject({
    ...{ then: null, change: 'commoner' },
  });
});

test('a rate of 0 is not believed', () => {
  expect(rateSlopeOf([at(0, 0), at(10, 30), at(50, 33)], at(0, 0), DAY + 60)).toMatchObject({
    ...{ first: at(10, 30), then: null, now: 33 },
  });
  expect(rateSlopeOf([at(0, 0), at(40, 30)], null, DAY + 60)).toBe(null);
});

test('of an earned trophy it takes 30 days since then, whenever its rate of then was read', () => {
  // Kept since long before, and earned ten days ago.
  expect(rateSlopeOf([at(0, 20), at(60, 40)], at(0, 20), DAY + 60, DAY + 50)).toBe(null);
  // Read a few days later for the first time.
  expect(rateSlopeOf([at(6, 20), at(32, 40)], at(6, 20), DAY + 32, DAY)).toMatchObject({
    ...{ change: 'commoner', pace: { change: 281, per: 'year' } },
  });
});
