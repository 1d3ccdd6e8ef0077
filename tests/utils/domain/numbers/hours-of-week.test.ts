import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursOfWeek } from '@/utils/domain/numbers/hours-of-week';
import { civilDayIn, civilHourIn, dayNumber } from '@/tests/support/civil-days.ts';

const SUNDAY = 6;

test('the hour that comes twice when clocks are put back is one', () => {
  const night = ['2026-10-25T00:30Z', '2026-10-25T01:30Z'];
  const found = hoursOfWeek(
    night.map((instant) => civilDayIn('Europe/Berlin', instant)),
    night.map((instant) => civilHourIn('Europe/Berlin', instant)),
  );
  expect(found.cells[SUNDAY]?.[2]).toBe(2);
  expect(found.weekdays).toEqual([0, 0, 0, 0, 0, 0, 2]);
  expect(found.hours[2]).toBe(2);
});

test('the hour that is left out in spring is an hour of the week like all others', () => {
  const { cells } = hoursOfWeek([dayNumber('2026-03-29')], [3]);
  expect(cells.map((row) => row.length)).toEqual(Array(7).fill(24));
  expect(cells[SUNDAY]?.[2]).toBe(0);
});

test('what has no date is at no hour', () => {
  expect(hoursOfWeek([0], [0]).trophies).toBe(0);
});

test('from 20 trophies on there are enough', () => {
  const days = (count: number) => Array<number>(count).fill(dayNumber('2026-03-29'));
  expect(hoursOfWeek(days(19), []).isEnough).toBe(false);
  expect(hoursOfWeek(days(20), []).isEnough).toBe(true);
});

test('weekdays, and hours, add up to all', () => {
  const anyPlace = fc.tuple(fc.integer({ min: 1, max: 25_000 }), fc.nat(23));
  fc.assert(
    fc.property(fc.array(anyPlace), (trophies) => {
      const days = Uint16Array.from(trophies.map(([day]) => day));
      const found = hoursOfWeek(days, Uint8Array.from(trophies.map(([, hour]) => hour)));
      expect(found.weekdays.reduce((sum, count) => sum + count, 0)).toBe(trophies.length);
      expect(found.hours.reduce((sum, count) => sum + count, 0)).toBe(trophies.length);
    }),
  );
});
