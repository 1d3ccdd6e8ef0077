import { afterEach, expect, test, vi } from 'vitest';
import {
  calendarDayOf,
  clock,
  exactly,
  exactlyOnCalendar,
  shortDay,
  timeOfDay,
  timeOnCalendar,
} from '@/utils/format/dates';
import { countDaysIn } from '@/utils/format/per-locale';
import { hourOfDay } from '@/utils/words/syncing';

const WINTER = Date.UTC(2026, 0, 5, 22, 30);
const SUMMER = Date.UTC(2026, 6, 5, 22, 30);

afterEach(() => {
  vi.unstubAllEnvs();
  countDaysIn(undefined);
});

/** All that shows an instant here. */
function shown(instant: number): string[] {
  return [
    exactly(instant, 'en-GB'),
    shortDay(instant, 'en-GB'),
    timeOfDay(instant, 'en-GB'),
    clock(instant, instant, 'en-GB'),
    hourOfDay(3, instant, 'en-GB'),
  ];
}

test('who travels while a page is open is shown the time of where they are', () => {
  vi.stubEnv('TZ', 'Europe/London');
  expect(shown(WINTER)).toStrictEqual([
    '5 January 2026 at 22:30',
    '5 Jan 2026',
    '22:30',
    '22:30',
    '03:00 UTC, 03:00 here',
  ]);

  vi.stubEnv('TZ', 'Asia/Tokyo');
  expect(shown(WINTER)).toStrictEqual([
    '6 January 2026 at 07:30',
    '6 Jan 2026',
    '07:30',
    '07:30',
    '03:00 UTC, 12:00 here',
  ]);
});

test('also between two zones that only part in summer', () => {
  vi.stubEnv('TZ', 'Africa/Lagos');
  expect(timeOfDay(SUMMER, 'en-GB')).toBe('23:30');
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(timeOfDay(SUMMER, 'en-GB')).toBe('00:30');
});

test('the hour of the daily sync is that of the next one, also on the day on which clocks are changed', () => {
  vi.stubEnv('TZ', 'America/St_Johns');
  const after = (hours: number): string =>
    hourOfDay(3, Date.UTC(2026, 10, 1, 0) + hours * 3_600_000, 'en-GB');
  expect(after(2)).toBe('03:00 UTC, 00:30 here');
  expect(after(4)).toBe('03:00 UTC, 23:30 here');
  expect(after(25)).toBe('03:00 UTC, 23:30 here');
});

test('days of the player’s calendar are counted by its zone, clocks show where the player is', () => {
  vi.stubEnv('TZ', 'Asia/Tokyo');
  countDaysIn('America/Los_Angeles');
  const shownOf = (instant: number): unknown[] => [
    shortDay(instant, 'en-GB'),
    timeOnCalendar(instant, 'en-GB'),
    exactlyOnCalendar(instant, 'en-GB'),
    calendarDayOf(instant),
  ];
  expect(shownOf(WINTER)).toStrictEqual([
    ...['5 Jan 2026', '14:30', '5 January 2026 at 14:30', Date.UTC(2026, 0, 5) / 86_400_000],
  ]);
  expect(clock(WINTER, WINTER + 3_600_000, 'en-GB')).toBe('07:30');
  expect(exactly(WINTER, 'en-GB')).toBe('6 January 2026 at 07:30');

  // What another browser has called a zone that this one does not know.
  countDaysIn('Nowhere/At_All');
  expect(shownOf(WINTER)).toStrictEqual([
    ...['6 Jan 2026', '07:30', '6 January 2026 at 07:30', Date.UTC(2026, 0, 6) / 86_400_000],
  ]);
});
