import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cumulated,
  monthsOfYear,
  yearsWithTrophies,
} from '@/utils/domain/numbers/trophies-over-time';
import { trophyDaysOf } from '@/utils/domain/numbers/trophy-days';
import { dayNumber } from '@/tests/support/civil-days.ts';

const TODAY = dayNumber('2026-11-26');
const TEN_YEARS = 3_652;

/** The days of these trophies, all bronze. */
function daysOf(...dates: string[]) {
  return trophyDaysOf(dates.map(dayNumber), []);
}

test('a year in months: those that have not begun are not 0, and the one that runs is said', () => {
  const days = daysOf('2025-12-31', '2026-01-01', '2026-03-14', '2026-03-31', '2026-11-02');
  const months = monthsOfYear(days, 2026, TODAY);
  expect(months.map(({ earned }) => earned?.trophies ?? null)).toEqual([
    ...[1, 0, 2, 0, 0, 0],
    ...[0, 0, 0, 0, 1, null],
  ]);
  expect(months.filter(({ isRunning }) => isRunning).map(({ month }) => month)).toEqual([11]);
});

test('a year that is over has all its months, one to come none', () => {
  const past = monthsOfYear(daysOf('2025-12-31'), 2025, TODAY);
  expect(past.map(({ earned }) => earned?.trophies)).toEqual([...Array<number>(11).fill(0), 1]);
  expect(past.some(({ isRunning }) => isRunning)).toBe(false);
  const ahead = monthsOfYear([], 2027, TODAY);
  expect(ahead.map(({ earned }) => earned)).toEqual(Array(12).fill(null));
});

test('what a clock that is ahead has dated into a month to come is shown in it', () => {
  const months = monthsOfYear(daysOf('2026-12-01'), 2026, dayNumber('2026-11-30'));
  expect(months[11]).toMatchObject({ month: 12, earned: { trophies: 1 }, isRunning: false });
});

test('every year from the first trophy to this one, also one without', () => {
  const years = yearsWithTrophies(daysOf('2023-05-01', '2023-06-01', '2025-01-01'), TODAY);
  expect(years.map(({ year, trophies, isRunning }) => [year, trophies, isRunning])).toEqual([
    [2023, 2, false],
    [2024, 0, false],
    [2025, 1, false],
    [2026, 0, true],
  ]);
});

test('without a trophy that has a date there is no year', () => {
  expect(yearsWithTrophies([], TODAY)).toEqual([]);
});

test('the sum begins with what has no date', () => {
  const days = daysOf('2026-01-01', '2026-01-01', '2026-03-01');
  expect(cumulated(days, 40)).toEqual([
    { day: dayNumber('2026-01-01'), trophies: 42 },
    { day: dayNumber('2026-03-01'), trophies: 43 },
  ]);
});

test('months add up to their year, years to all, and the sum ends there', () => {
  const anyDay = fc.integer({ min: TODAY - TEN_YEARS, max: TODAY });
  fc.assert(
    fc.property(fc.array(anyDay, { minLength: 1 }), (trophies) => {
      const days = trophyDaysOf(trophies, []);
      const years = yearsWithTrophies(days, TODAY);
      for (const { year, trophies } of years) {
        const months = monthsOfYear(days, year, TODAY);
        expect(months.reduce((sum, { earned }) => sum + (earned?.trophies ?? 0), 0)).toBe(trophies);
      }
      expect(years.reduce((sum, { trophies }) => sum + trophies, 0)).toBe(trophies.length);
      expect(cumulated(days, 0).at(-1)?.trophies).toBe(trophies.length);
    }),
  );
});
