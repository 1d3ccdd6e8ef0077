import { expect, test } from 'vitest';
import { stepsOfMonths } from '@/components/statistics/time-charts';
import { dayNumber } from '@/tests/support/civil-days.ts';

const EARNED = { trophies: 1, points: 15, counts: { bronze: 1, silver: 0, gold: 0, platinum: 0 } };

/** Where the years stand on the axis of a sum that grew on these days. */
function yearsUnder(...days: string[]) {
  const steps = stepsOfMonths(
    days.map((day) => ({ day: dayNumber(day), ...EARNED })),
    0,
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
