import { expect, test } from 'vitest';
import type { Connection } from '@/utils/domain/connection/connection';
import { dueAlarms } from '@/utils/domain/due-alarms';
import { aConnected } from '../../support/connections';

const NOW = Date.UTC(2026, 10, 26, 12);
const HOUR = 3_600_000;
const AT_THREE = { hour: 3, offset: 60_000 };
const RENEWS = { renewal: true };

test('who is connected is woken for the daily sync, the next check and the next word of the countdown', () => {
  const session = { state: 'alive', endsAt: NOW + 50 * 24 * HOUR, seenAt: NOW - HOUR } as const;
  const connection = aConnected({
    tokenLife: { grant: 240 * HOUR, refreshTokenEndsAt: NOW + 200 * HOUR, provedAt: NOW, session },
  });
  const due = dueAlarms(connection, RENEWS, AT_THREE, NOW);

  expect(due.dailySync).toBe(NOW + 15 * HOUR + 60_000);
  expect(due.renewal).toBe(NOW + 23 * HOUR);
  expect(due.tokenLife).toBeGreaterThan(NOW);
});

test('who syncs by hand, or renews by hand, is not woken for it', () => {
  expect(dueAlarms(aConnected(), { renewal: false }, null, NOW)).toMatchObject({
    dailySync: null,
    renewal: null,
  });
});

test.each<Connection>([
  { phase: 'disconnected', failure: null },
  { phase: 'erasing', since: NOW },
])('nothing is due while $phase', (connection) => {
  expect(dueAlarms(connection, RENEWS, AT_THREE, NOW)).toStrictEqual({
    dailySync: null,
    renewal: null,
    tokenLife: null,
  });
});
