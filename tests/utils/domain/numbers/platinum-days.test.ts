import { expect, test } from 'vitest';
import { platinumDaysOf } from '@/utils/domain/numbers/platinum-days';
import { civilDayIn } from '@/tests/support/civil-days.ts';

const FIRST = '2026-02-26T20:00Z';
const LAST = '2026-03-01T19:00Z';

function daysIn(zone: string, first: string, last: string) {
  const [firstDay, platinumDay] = [civilDayIn(zone, first), civilDayIn(zone, last)];
  return platinumDaysOf({ firstDay, platinumDay, isAutoPop: false });
}

test('the days to a platinum are those of the calendar', () => {
  expect(daysIn('Europe/Berlin', FIRST, LAST)).toEqual({ days: 3 });
  // A quarter of an hour over midnight is a day, and the day on which clocks are put forward is one.
  expect(daysIn('Europe/Berlin', '2026-03-28T22:50Z', '2026-03-28T23:05Z')).toEqual({ days: 1 });
  expect(daysIn('Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z')).toEqual({ days: 1 });
});

test('on the same day there are none', () => {
  expect(daysIn('UTC', FIRST, FIRST)).toEqual({ days: 0 });
});

test('what is not known is not 0', () => {
  const way = { firstDay: 7, platinumDay: 9, isAutoPop: false };
  const unknown = (reason: string) => ({ days: null, reason });
  expect(platinumDaysOf({ ...way, firstDay: null })).toEqual(unknown('undated'));
  expect(platinumDaysOf({ ...way, platinumDay: null })).toEqual(unknown('undated'));
  expect(platinumDaysOf({ ...way, platinumDay: 6 })).toEqual(unknown('before-first'));
  expect(platinumDaysOf({ ...way, isAutoPop: true })).toEqual(unknown('auto-pop'));
  expect(platinumDaysOf({ ...way, isAutoPop: true, takenOverFrom: ['PS4'] })).toEqual({
    ...{ days: null, reason: 'taken-over', from: ['PS4'] },
  });
});
