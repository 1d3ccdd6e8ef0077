import { expect, test } from 'vitest';
import { yearAtItsEnd, yearShown } from '@/utils/domain/numbers/year-asked';
import { dayNumber } from '@/tests/support/civil-days.ts';

const YEARS = { first: 2014, last: 2026, now: 2026 };

test.each([
  [null, 2026, null],
  [2013, 2014, 'earlier'],
  [2014, 2014, null],
  [2020, 2020, null],
  [2026, 2026, null],
  [2027, 2026, 'later'],
] as const)('where %s is asked for, %i is shown', (asked, year, instead) => {
  expect(yearShown(asked, YEARS)).toEqual({ year, instead });
});

test('a year of which nobody has asked yet has come all the same', () => {
  const years = { first: 2014, last: 2026, now: 2027 };
  expect(yearShown(2027, years)).toEqual({ year: 2026, instead: 'unread' });
  expect(yearShown(2028, years)).toEqual({ year: 2026, instead: 'later' });
});

test.each([
  ['2026-11-30', null],
  ['2026-12-01', 2026],
  ['2026-12-31', 2026],
  ['2027-01-01', 2026],
  ['2027-01-31', 2026],
  ['2027-02-01', null],
])('on %s the year that ends is %s', (day, year) => {
  expect(yearAtItsEnd(dayNumber(day))).toBe(year);
});
