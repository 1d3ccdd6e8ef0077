import { expect, test } from 'vitest';
import { dayZone } from '@/components/log/day-zone';

const NOW = Date.UTC(2026, 10, 30, 12);
const A_YEAR = 365 * 86_400_000;

test('pages that are opened one after the other count days by the very same table', () => {
  const chosen = { zone: 'Europe/Berlin' };
  const first = dayZone(chosen, NOW);
  expect(dayZone(chosen, NOW + 60_000).table).toBe(first.table);
  expect(dayZone({ zone: 'Asia/Tokyo' }, NOW).table).not.toBe(first.table);
});

test('the table has the changes of the clocks of the year to come, whenever it is made', () => {
  for (let days = 0; days < 800; days += 50) {
    const now = NOW + days * 86_400_000;
    const { table } = dayZone({ zone: 'Europe/Berlin' }, now);
    const changes = table.filter(({ from }) => from * 1_000 > now && from * 1_000 < now + A_YEAR);
    expect(changes.length).toBeGreaterThanOrEqual(2);
  }
});
