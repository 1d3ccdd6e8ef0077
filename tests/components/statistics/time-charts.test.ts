import { expect, test } from 'vitest';
import { logOfDays } from '@/components/statistics/log-links';
import { columnsOfSessions, stepsOfMonths } from '@/components/statistics/time-charts';
import { logFilterOf } from '@/utils/domain/numbers/log-filter';
import { dayNumber } from '@/tests/support/civil-days.ts';
import { setId } from '../../support/earned-trophies.ts';

const EARNED = { trophies: 1, points: 15, counts: { bronze: 1, silver: 0, gold: 0, platinum: 0 } };

/** Where the years stand on the axis of a sum that grew on these days. */
function yearsUnder(...days: string[]) {
  const steps = stepsOfMonths(
    days.map((day) => ({ day: dayNumber(day), ...EARNED })),
    { undated: 0, isAll: true },
    'en-US',
  );
  return steps.flatMap(({ axis }) => axis ?? []);
}

test('a year stands where it begins, not where its first trophy is', () => {
  expect(yearsUnder('2024-08-17', '2024-10-02', '2026-02-06', '2026-03-01')).toEqual([
    { at: dayNumber('2024-08-01'), name: '2024' },
    { at: dayNumber('2026-01-01'), name: '2026' },
  ]);
  expect(yearsUnder('2026-11-28')).toEqual([{ at: dayNumber('2026-11-01'), name: '2026' }]);
});

test('a month says how many there were at its end, and how many of them its log has', () => {
  const days = ['2026-03-02', '2026-03-30', '2026-05-01'].map(dayNumber);
  const steps = stepsOfMonths(
    days.map((day) => ({ day, ...EARNED })),
    { undated: 5, isAll: true },
    'en-US',
  );
  expect(steps.map(({ value, own }) => [value, own])).toEqual([
    [7, 2],
    [8, 1],
  ]);
  expect(steps.map(({ label, href }) => [label, href])).toEqual([
    ['7 trophies by March 2026; 2 in that month', '#/log?month=2026-03'],
    ['8 trophies by May 2026; 1 in that month', '#/log?month=2026-05'],
  ]);
});

test('where games are not fetched a month says how many are known', () => {
  const days = [{ day: dayNumber('2026-03-02'), ...EARNED }];
  const [step] = stepsOfMonths(days, { undated: 5, isAll: false }, 'en-US');
  expect(step?.label).toBe('6 known trophies by March 2026; 1 in that month');
});

test('a session of minutes is no nothing', () => {
  const months = [{ year: 2026, month: 3, sessions: 1, seconds: 120 }];
  const of = { year: 2026, until: dayNumber('2026-11-26'), locale: 'en-US' };
  const values = columnsOfSessions(months, of).map((column) => column.values);
  expect(values[2]?.[0]).toBeGreaterThan(0);
  expect([values[1], values[11]]).toEqual([[0], null]);
});

test('a session leads to its own trophies, on each of its days', () => {
  const days = ['2026-03-05', '2026-03-06'].map(dayNumber) as [number, number];
  const [, query = ''] = logOfDays(...days, setId(4)).split('?');
  const { chosen } = logFilterOf(query);
  expect(chosen).toMatchObject({ game: [setId(4)], day: ['2026-03-05..2026-03-06'] });
});
