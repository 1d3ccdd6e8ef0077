import { afterEach, expect, test, vi } from 'vitest';
import { countDaysIn } from '@/utils/format/per-locale';
import { calendarYearOf } from '@/utils/format/years';

afterEach(() => {
  vi.unstubAllEnvs();
  countDaysIn(undefined);
});

test('years are those of the player’s calendar, wherever the device is', () => {
  vi.stubEnv('TZ', 'America/Los_Angeles');
  const newYearsEve = Date.UTC(2025, 11, 31, 23, 30);
  expect(calendarYearOf(newYearsEve)).toBe(2025);
  countDaysIn('Europe/Berlin');
  expect(calendarYearOf(newYearsEve)).toBe(2026);
});
