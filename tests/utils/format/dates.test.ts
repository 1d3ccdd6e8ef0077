import { afterEach, describe, expect, test, vi } from 'vitest';
import { calendarDayOf, clock, exactly, shortDay } from '@/utils/format/dates';
import { countDaysIn } from '@/utils/format/per-locale';
import { ago } from '@/utils/words/ago';

const NOW = new Date(2026, 10, 22, 14, 0).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

afterEach(() => {
  vi.unstubAllEnvs();
  countDaysIn(undefined);
});

describe('ago', () => {
  test.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [MINUTE, '1 minute ago'],
    [59 * MINUTE, '59 minutes ago'],
    [HOUR, '1 hour ago'],
    [23 * HOUR, '23 hours ago'],
    [DAY, 'yesterday'],
    [38 * HOUR, 'yesterday'],
    [38 * HOUR + 1, '2 days ago'],
    [62 * HOUR, '2 days ago'],
    [62 * HOUR + 1, '3 days ago'],
    [29 * DAY, '29 days ago'],
    [30 * DAY, '23 Oct 2026'],
    [3 * 365 * DAY, '23 Nov 2023'],
  ])('%d ms back is %s', (passed, words) => {
    expect(ago(NOW - passed, NOW, 'en-GB')).toBe(words);
  });

  test('days are those of the player’s zone, like the dates beside them', () => {
    vi.stubEnv('TZ', 'UTC');
    const evening = Date.UTC(2026, 10, 20, 22);
    const morning = Date.UTC(2026, 10, 22, 1);
    expect(ago(evening, morning, 'en-GB')).toBe('2 days ago');
    countDaysIn('America/New_York');
    expect(ago(evening, morning, 'en-GB')).toBe('yesterday');
  });

  test('24 hours on a day that has 25 are hours', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const midnight = new Date(2026, 9, 25).getTime();
    expect(ago(midnight, midnight + 24.5 * HOUR, 'en-GB')).toBe('24 hours ago');
    expect(ago(midnight, midnight + 25 * HOUR, 'en-GB')).toBe('yesterday');
  });

  test('what a wrong clock puts in the future has just happened', () => {
    expect(ago(NOW + HOUR, NOW, 'en-GB')).toBe('just now');
  });
});

describe('clock', () => {
  test('is the time alone today', () => {
    expect(clock(NOW + 32 * MINUTE, NOW, 'en-GB')).toBe('14:32');
  });

  test('names the day where that is not today', () => {
    expect(clock(NOW + DAY, NOW, 'en-GB')).toBe('23 Nov 2026, 14:00');
  });
});

test('dates follow the reader’s own English', () => {
  expect(shortDay(NOW, 'en-GB')).toBe('22 Nov 2026');
  expect(shortDay(NOW, 'en-US')).toBe('Nov 22, 2026');
  expect(exactly(NOW, 'en-GB')).toBe('22 November 2026 at 14:00');
});

test('the half of the day stays on the line of its time', () => {
  const evening = new Date(2026, 10, 22, 18, 29).getTime();
  expect(clock(evening, NOW, 'en-US')).toBe('6:29\u00a0PM');
  expect(clock(evening + DAY, NOW, 'en-US')).toBe('Nov 23, 2026, 6:29\u00a0PM');
});

test.each([
  ['UTC', 0, 20_784],
  ['Europe/Berlin', 23, 20_785],
  ['America/Los_Angeles', 7, 20_783],
])('the calendar’s day in %s', (zone, hour, day) => {
  vi.stubEnv('TZ', zone);
  expect(calendarDayOf(Date.UTC(2026, 10, 27, hour, 30))).toBe(day);
});
