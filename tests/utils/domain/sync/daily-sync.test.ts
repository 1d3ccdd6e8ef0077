import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isDailySyncDue,
  lastDailySync,
  nextDailySync,
  SPREAD,
} from '@/utils/domain/sync/daily-sync';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string): number => Date.parse(text);

test.each([
  ['2026-11-22T02:59:59Z', '2026-11-22T03:00:00Z'],
  ['2026-11-22T03:00:00Z', '2026-11-23T03:00:00Z'],
  ['2026-11-22T23:00:00Z', '2026-11-23T03:00:00Z'],
])('at %s the next daily sync is at %s', (now, next) => {
  expect(nextDailySync(at(now), { hour: 3, offset: 0 })).toBe(at(next));
});

test('an install’s own offset is added', () => {
  expect(nextDailySync(at('2026-11-22T03:04:59Z'), { hour: 3, offset: 5 * 60_000 })).toBe(
    at('2026-11-22T03:05:00Z'),
  );
});

test.each([
  [null, true],
  ['2026-11-21T12:00:00Z', true],
  ['2026-11-22T03:00:01Z', false],
])('at noon, after a sync at %s, one is due: %s', (synced, due) => {
  const syncedAt = synced === null ? null : at(synced);
  expect(isDailySyncDue(syncedAt, at('2026-11-22T12:00:00Z'), { hour: 3, offset: 0 })).toBe(due);
});

test('whatever the instant and the hour, it lies between the last and the next, a day apart', () => {
  const instants = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(instants, fc.nat(23), fc.nat(SPREAD - 1), (now, hour, offset) => {
      const last = lastDailySync(now, { hour, offset });
      expect(last).toBeLessThanOrEqual(now);
      expect(nextDailySync(now, { hour, offset })).toBeGreaterThan(now);
      expect((((last - offset) % DAY) + DAY) % DAY).toBe(hour * HOUR);
    }),
  );
});
