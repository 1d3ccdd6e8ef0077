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
  const life = { grant: HOUR, refreshTokenEndsAt: NOW + 5 * HOUR, provedAt: NOW };
  const session = { state: 'alive', endsAt: NOW + 50 * HOUR, seenAt: NOW - 20 * HOUR } as const;
  const connection = aConnected({ tokenLife: { ...life, session } });
  expect(dueAlarms(connection, { renewal: false }, null, NOW)).toMatchObject({
    dailySync: null,
    // Only Sony can say that it has ended.
    renewal: NOW + 5 * HOUR,
  });
  const spent = { token: 'spent', tries: 1, nextAt: NOW + HOUR } as const;
  const failure = { cause: 'token-refused' } as const;
  const lost = { ...connection, failure, recovery: { ...spent, failure } };
  expect(dueAlarms(lost, { renewal: false }, null, NOW).renewal).toBeNull();
  expect(dueAlarms(lost, RENEWS, null, NOW).renewal).toBe(NOW + HOUR);
});

test('no alarm is further away than a day, whatever a clock has stored', () => {
  const far = NOW + 400 * 24 * HOUR;
  const session = { state: 'alive', endsAt: far, seenAt: far } as const;
  const life = { grant: HOUR, refreshTokenEndsAt: far, provedAt: far, session };
  const due = dueAlarms(aConnected({ tokenLife: life }), RENEWS, AT_THREE, NOW);
  for (const instant of Object.values(due)) expect(instant).toBeLessThanOrEqual(NOW + 24 * HOUR);
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
