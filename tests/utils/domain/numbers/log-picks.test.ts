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
