import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekdayOf } from '@/utils/domain/numbers/civil-time';
import {
  monthsBetween,
  weeksBetween,
  yearSpan,
  yearsSoFar,
} from '@/utils/domain/numbers/day-spans';
import { civilDayIn, dayNumber } from '@/tests/support/civil-days.ts';

const [MONDAY, SATURDAY, SUNDAY] = [0, 5, 6];
const span = (first: string, last: string) => ({ first: dayNumber(first), last: dayNumber(last) });

test('weeks begin on the day on which the reader’s do', () => {
  const [wednesday, friday] = [dayNumber('2026-11-25'), dayNumber('2026-11-27')];
  expect(weeksBetween(wednesday, friday, MONDAY)).toEqual([span('2026-11-23', '2026-11-29')]);
  expect(weeksBetween(wednesday, friday, SUNDAY)).toEqual([span('2026-11-22', '2026-11-28')]);
  expect(weeksBetween(wednesday, wednesday + 4, SATURDAY)).toHaveLength(2);
});

test('a year has 53 weeks, and with weeks from Sunday 2028 has 54', () => {
  const weeksOf = (year: number, begins: number) => {
    const { first, last } = yearSpan(year);
    return weeksBetween(first, last, begins).length;
  };
  expect(weeksOf(2026, MONDAY)).toBe(53);
  expect(weeksOf(2028, SUNDAY)).toBe(54);
});

test('months are whole, over the end of a year too', () => {
  expect(monthsBetween(dayNumber('2027-12-31'), dayNumber('2028-02-01'))).toEqual([
    ...[span('2027-12-01', '2027-12-31'), span('2028-01-01', '2028-01-31')],
    span('2028-02-01', '2028-02-29'),
  ]);
});

test('weeks and months follow one another without a gap', () => {
  const anyDays = fc.tuple(fc.integer({ min: 13_000, max: 25_000 }), fc.nat(900), fc.nat(6));
  fc.assert(
    fc.property(anyDays, ([first, more, begins]) => {
      const weeks = weeksBetween(first, first + more, begins);
      expect(weeks.every((week) => weekdayOf(week.first) === begins)).toBe(true);
      for (const spans of [weeks, monthsBetween(first, first + more)]) {
        expect(spans[0]!.first).toBeLessThanOrEqual(first);
        expect(spans[0]!.last).toBeGreaterThanOrEqual(first);
        expect(spans.at(-1)!.first).toBeLessThanOrEqual(first + more);
        expect(spans.at(-1)!.last).toBeGreaterThanOrEqual(first + more);
        spans.slice(1).forEach((each, index) => expect(each.first).toBe(spans[index]!.last + 1));
      }
    }),
  );
});

test('New Year’s Eve is in the year that the player’s calendar shows', () => {
  const yearIn = (zone: string) => {
    const day = civilDayIn(zone, '2025-12-31T23:30Z');
    return [2025, 2026].filter((year) => {
      const { first, last } = yearSpan(year);
      return first <= day && day <= last;
    });
  };
  expect(yearIn('Europe/Berlin')).toEqual([2026]);
  expect(yearIn('America/Los_Angeles')).toEqual([2025]);
});

test('a year so far is compared with the same of the year before', () => {
  expect(yearsSoFar(dayNumber('2026-11-26'))).toEqual({
    running: span('2026-01-01', '2026-11-26'),
    before: span('2025-01-01', '2025-11-26'),
  });
  expect(yearsSoFar(dayNumber('2028-02-29')).before).toEqual(span('2027-01-01', '2027-02-28'));
  expect(yearsSoFar(dayNumber('2028-12-31')).before).toEqual(span('2027-01-01', '2027-12-31'));
});
