import { expect, test } from 'vitest';
import { badgeOf as badgeIn, type Badge } from '@/utils/domain/connection/badge';
import { DISCONNECTED, type Connection } from '@/utils/domain/connection/connection';
import type { Cause } from '@/utils/domain/failure';
import { dueWarning, isBetter } from '@/utils/domain/connection/warning';
import { NO_PROGRESS, type SyncStatus } from '@/utils/domain/sync/sync-status';
import { A_WAIT, AN_ATTEMPT, aConnected, aTokenLife } from '../../../support/connections';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function badgeOf(connection: Connection, renews: boolean, now: number): Badge {
  return badgeIn({ connection, renews, sync: { state: 'idle' }, now });
}

test.each([
  [14 * DAY + MINUTE, '', 'green'],
  [14 * DAY, '14', 'amber'],
  [2 * DAY + MINUTE, '2', 'amber'],
  [2 * DAY, '2d', 'red'],
  [2 * DAY - MINUTE, '47h', 'red'],
  [MINUTE, '1m', 'red'],
  // Only Sony says that it is over.
  [0, '', 'green'],
  [-DAY, '', 'green'],
])('with %i ms left the badge says "%s" in %s', (left, text, zone) => {
  const connection = aConnected({ tokenLife: aTokenLife({ refreshTokenEndsAt: left }) });
  expect(badgeOf(connection, false, 0)).toStrictEqual({ text, zone });
});

test('a connection that is broken says so, however long it would last', () => {
  const connection = aConnected({ failure: { cause: 'token-refused' } });
  expect(badgeOf(connection, true, 0).text).toBe('!');
});

test('so does what stops every sync until the player puts it right, and a pause does not', () => {
  const standing = { connection: aConnected(), renews: true, now: 0 };
  const told = (sync: SyncStatus): string => badgeIn({ ...standing, sync }).text;

  for (const cause of ['permission-missing', 'storage-full', 'terms-to-accept'] as const) {
    expect(told({ state: 'blocked', failure: { cause }, ...NO_PROGRESS })).toBe('!');
  }
  for (const cause of ['sony-down', 'storage-silent'] as const) {
    const pause = { failure: { cause }, resumesAt: HOUR, ...NO_PROGRESS };
    expect(told({ state: 'paused', ...pause })).toBe('');
  }
});

test('while a page of Sony’s is waited at, the badge says that something goes on', () => {
  const shown = { since: 0, isShown: true };
  const renewal = { step: 'sign-in', laterThan: null, ...shown } as const;
  const waits: Connection[] = [
    { ...AN_ATTEMPT, phase: 'signing-out', laterThan: 0, ...shown },
    {
      ...AN_ATTEMPT,
      phase: 'waiting-for-sign-in',
      laterThan: null,
      tries: 0,
      nextAt: 0,
      ...shown,
    },
    aConnected({ renewal }),
    aConnected({ renewal: { ...renewal, step: 'sign-out' } }),
  ];

  expect(waits.map((connection) => badgeOf(connection, true, 0).text)).toStrictEqual(
    waits.map(() => '…'),
  );
  const looks = aConnected({ renewal: { ...renewal, step: 'exchange' } });
  expect(badgeOf(looks, true, 0).text).toBe('');
});

const WAITING = { ...A_WAIT, ...AN_ATTEMPT } as const;
const heldUpBy = (cause: Cause): Connection => ({
  ...{ ...AN_ATTEMPT, phase: 'connecting', step: 'session' },
  storage: { failure: { cause }, since: 0, tries: 0, nextAt: 0 },
});

test.each<[string, Connection]>([
  ['an answer', { ...AN_ATTEMPT, phase: 'old-session', endsAt: DAY }],
  ['access', { ...AN_ATTEMPT, phase: 'waiting-for-access', since: 0 }],
  ['what Sony wants first', { ...WAITING, wanted: { cause: 'terms-to-accept' } }],
  ['the browser to keep something', heldUpBy('storage-unavailable')],
  ['room on the disk', heldUpBy('storage-full')],
])('while an attempt waits for %s, the badge says that nothing goes on without it', (_, asked) => {
  expect(badgeOf(asked, true, 0)).toStrictEqual({ text: '!', zone: 'amber' });
});

test.each(['storage-silent', 'sony-down', 'sign-in-pause'] as const)(
  'what an attempt waits for that is over by itself needs nobody (%s)',
  (cause) => {
    expect(badgeOf(heldUpBy(cause), true, 0).text).toBe('');
  },
);

test('nobody is nagged who is not connected', () => {
  expect(badgeOf(DISCONNECTED, true, 0).text).toBe('');
});

test.each([
  ['green', null, null],
  ['amber', null, 'amber'],
  ['amber', 'amber', null],
  ['red', 'amber', 'red'],
  ['red', null, 'red'],
  ['amber', 'red', null],
  ['expired', 'red', 'expired'],
  ['expired', 'expired', null],
] as const)('in %s, after the warning of %s, the warning of %s is due', (zone, warned, due) => {
  expect(dueWarning(zone, warned)).toBe(due);
});

test.each([
  ['amber', 'red', true],
  ['amber', 'expired', true],
  ['red', 'amber', false],
  ['red', 'red', false],
  ['red', null, false],
] as const)('%s after the warning of %s is better: %s', (zone, warned, better) => {
  expect(isBetter(zone, warned)).toBe(better);
});
