import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysLeftOutOf, streaksOf } from '@/utils/domain/numbers/streaks';
import { civilDayAt } from '@/utils/domain/numbers/civil-time';
import { offsetChanges } from '@/utils/format/time-zones';
import { civilDayIn, dayNumber, secondsAt } from '@/tests/support/civil-days.ts';

const TODAY = 20_000;
const before = (days: number) => TODAY - days;

test('days are the player’s own: what is three in a row by UTC is two in Berlin', () => {
  const instants = ['2026-03-27T22:30Z', '2026-03-28T23:10Z', '2026-03-29T22:10Z'];
  const streak = (zone: string) => {
    const days = instants.map((instant) => civilDayIn(zone, instant));
    return streaksOf(days, dayNumber('2026-04-30'), true).longest;
  };
  const [first, last] = [dayNumber('2026-03-29'), dayNumber('2026-03-30')];
  expect(streak('Europe/Berlin')).toEqual({ days: 2, first, last });
  expect(streak('UTC')?.days).toBe(3);
});

test('a day counts once, in whatever order its trophies come', () => {
  const days = [before(8), before(10), before(9), before(9)];
  expect(streaksOf(days, TODAY, true).longest).toEqual({
    ...{ days: 3, first: before(10), last: before(8) },
  });
});

test('of streaks that are as long the latest is named', () => {
  const days = [before(20), before(19), before(10), before(9), before(5)];
  expect(streaksOf(days, TODAY, true).longest).toMatchObject({ days: 2, last: before(9) });
});

test('the one that goes on ends today, or yesterday and is open until midnight', () => {
  const current = (...days: number[]) => streaksOf(days, TODAY, true).current;
  expect(current(before(1), before(0))).toMatchObject({ days: 2, isOpen: false });
  expect(current(before(2), before(1))).toMatchObject({ days: 2, isOpen: true });
  expect(current(before(3), before(2))).toBe(null);
});

test('a trophy that is dated tomorrow, by a clock that is ahead, does not end it', () => {
  const { current } = streaksOf([TODAY, TODAY + 1], TODAY, true);
  expect(current).toMatchObject({ days: 2, isOpen: false });
});

test('without a trophy that has a date there is none', () => {
  expect(streaksOf([], TODAY, true)).toMatchObject({
    longest: null,
    current: null,
    isAtLeast: false,
  });
});

test('while some trophies are not here, it is at least so long', () => {
  expect(streaksOf([TODAY], TODAY, false)).toMatchObject({ isAtLeast: true });
});

test('a day that never was breaks none, and is none of its days', () => {
  const never = new Set([dayNumber('2011-12-30')]);
  const instants = ['2011-12-29T22:00Z', '2011-12-30T08:00Z', '2011-12-30T12:00Z'];
  const days = instants.map((instant) => civilDayIn('Pacific/Apia', instant));
  expect(days[1]).toBe(dayNumber('2011-12-29'));
  expect(days[2]).toBe(dayNumber('2011-12-31'));
  expect(streaksOf(days, dayNumber('2011-12-31'), true, { leftOut: never })).toMatchObject({
    longest: { days: 2 },
    current: { days: 2, isOpen: false },
  });
  const saturday = dayNumber('2011-12-31');
  const thursday = saturday - 2;
  expect(streaksOf([thursday], saturday, true, { leftOut: never }).current).toMatchObject({
    isOpen: true,
  });
  expect(streaksOf([thursday, saturday], saturday, true).longest?.days).toBe(1);
});

test.each([
  // Clocks go back by half an hour at 15:00 UTC on 4 April, and forward at 15:30 UTC on 3 October.
  ['an autumn day', ['2026-04-03T13:10Z', '2026-04-04T12:50Z', '2026-04-05T13:20Z'], 2],
  ['the half hour twice', ['2026-04-04T14:40Z', '2026-04-04T15:10Z', '2026-04-05T13:40Z'], 2],
  ['a spring day', ['2026-10-02T13:20Z', '2026-10-03T13:40Z', '2026-10-04T13:10Z'], 2],
])('on Lord Howe, whose summer is half an hour: %s', (_, instants, longest) => {
  const zone = 'Australia/Lord_Howe';
  const table = offsetChanges(zone, secondsAt('2026-01-01T00:00Z'), secondsAt('2027-01-01T00:00Z'));
  const days = instants.map((instant) => civilDayAt(table, secondsAt(instant)));
  expect(days).toEqual(instants.map((instant) => civilDayIn(zone, instant)));
  expect(daysLeftOutOf(table).size).toBe(0);
  const today = dayNumber('2026-12-01');
  expect(streaksOf(days, today, true).longest?.days).toBe(recounted(days, today).longest);
  expect(streaksOf(days, today, true).longest?.days).toBe(longest);
});

test('in Apia the table of its clocks leaves out 30 December 2011, and no other day', () => {
  const zone = 'Pacific/Apia';
  const table = offsetChanges(zone, secondsAt('2006-11-01T00:00Z'), secondsAt('2027-01-01T00:00Z'));
  expect([...daysLeftOutOf(table)]).toEqual([dayNumber('2011-12-30')]);
  // A trophy every twelve hours from before to after: every day that there was, in a row.
  const instants = Array.from({ length: 12 }, (_, index) =>
    new Date(Date.UTC(2011, 11, 27) + index * 43_200_000).toISOString(),
  );
  const days = instants.map((instant) => civilDayAt(table, secondsAt(instant)));
  expect(days).toEqual(instants.map((instant) => civilDayIn(zone, instant)));
  const all = streaksOf(days, dayNumber('2012-06-01'), true, { leftOut: daysLeftOutOf(table) });
  expect(all.longest?.days).toBe(new Set(days).size);
  expect(all.longest).toMatchObject({ first: dayNumber('2011-12-26') });
});

test('the days that a zone left out are those over which its clocks were put', () => {
  const change = (instant: string, hours: number) => ({
    ...{ from: secondsAt(instant), offset: hours * 3_600 },
  });
  const begin = { from: -Infinity, offset: -11 * 3_600 };
  const apia = [begin, change('2011-09-24T14:00Z', -10), change('2011-12-30T10:00Z', 14)];
  expect([...daysLeftOutOf(apia)]).toEqual([dayNumber('2011-12-30')]);
  expect([...daysLeftOutOf([begin, change('2012-04-01T00:00Z', -10)])]).toEqual([]);
});

/** Of each day on: how many after it have a trophy without a break. */
function recounted(days: readonly number[], today: number) {
  const runs = days.map((day) => {
    let length = 0;
    while (days.includes(day + length)) length += 1;
    return { days: length, first: day, last: day + length - 1 };
  });
  const longest = Math.max(0, ...runs.map((run) => run.days));
  const latest = Math.max(...runs.filter((run) => run.days === longest).map((run) => run.first));
  let end = days.includes(today) ? today : today - 1;
  const isOpen = end < today;
  let current = 0;
  while (days.includes(end)) {
    current += 1;
    end -= 1;
  }
  return { longest, latest, current, isOpen };
}

test('it is what a naive count finds', () => {
  const anyDays = fc.array(fc.integer({ min: TODAY - 30, max: TODAY }), { maxLength: 40 });
  fc.assert(
    fc.property(anyDays, (days) => {
      const naive = recounted(days, TODAY);
      const { longest, current } = streaksOf(days, TODAY, true);
      expect(longest?.days ?? 0).toBe(naive.longest);
      if (longest !== null) expect(longest.first).toBe(naive.latest);
      expect(current?.days ?? 0).toBe(naive.current);
      if (current !== null) expect(current.isOpen).toBe(naive.isOpen);
    }),
  );
});
