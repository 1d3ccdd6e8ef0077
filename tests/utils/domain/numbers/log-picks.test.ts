import { expect, test } from 'vitest';
import { dayOption, monthsWithin } from '@/utils/domain/numbers/log-picks';
import { logFilterOf } from '@/utils/domain/numbers/log-filter';
import { dayNumber } from '@/tests/support/civil-days.ts';

test('months and days are offered as an address of the log has them', () => {
  const span = { first: dayNumber('2025-11-30'), last: dayNumber('2026-02-01') };
  const months = monthsWithin(span);
  expect(months).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  const day = dayOption(span.last);
  expect(day).toBe('2026-02-01');
  const query = new URLSearchParams([...months.map((month) => ['month', month]), ['day', day]]);
  expect(logFilterOf(query.toString()).chosen).toMatchObject({ month: months, day: [day] });
});

test('a day that no calendar has is not asked for', () => {
  const days = ['2026-02-28', '2026-02-29', '2026-02-30', '2024-02-29', '2026-04-31', '2026-12-31'];
  const query = new URLSearchParams(days.map((day) => ['day', day]));
  expect(logFilterOf(query.toString()).chosen.day).toEqual([
    '2026-02-28',
    '2024-02-29',
    '2026-12-31',
  ]);
});
