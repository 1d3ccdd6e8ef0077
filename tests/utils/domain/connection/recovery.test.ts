import { expect, test } from 'vitest';
import type { Session } from '@/utils/domain/connection/connection';
import {
  isJustTried,
  isTryLater,
  nextProofAt,
  withTokenAnswered,
  withTokenUnsent,
  withTry,
} from '@/utils/domain/connection/recovery';
import { aConnected, aTokenLife } from '../../../support/connections';

const HOUR = 3_600_000;

/** How long each try in a row waits for the next, in hours. */
function waits(state: Session['state'], token: 'spent' | 'doubtful'): number[] {
  const { tokenLife, ...rest } = aConnected();
  const session = { ...tokenLife.session, state };
  const failure = { cause: 'token-refused' as const };
  const recovery = { token, failure, tries: 0, nextAt: 0 };
  let connection = { ...rest, failure, tokenLife: { ...tokenLife, session }, recovery };
  return Array.from({ length: 10 }, (_, n) => {
    const now = n * 24 * HOUR;
    connection = withTry(connection, now) as typeof connection;
    expect(isTryLater(connection.recovery, now)).toBe(true);
    return (connection.recovery.nextAt - now) / HOUR;
  });
}

test('a spent token is looked after ever less often while nobody is signed in', () => {
  expect(waits('signed-out', 'spent').slice(4)).toStrictEqual([1, 2, 4, 6, 6, 6]);
});

test.each([
  ['alive', 'spent'],
  ['signed-out', 'doubtful'],
] as const)('where something else may help it is tried hourly (%s, %s)', (state, token) => {
  expect(waits(state, token).slice(4)).toStrictEqual([1, 1, 1, 1, 1, 1]);
});

test('what lies further ahead than any wait is of another clock', () => {
  const recovery = { token: 'spent' as const, failure: { cause: 'token-refused' as const } };

  expect(isTryLater({ ...recovery, tries: 9, nextAt: 7 * HOUR }, 0)).toBe(false);
  expect(isTryLater({ ...recovery, tries: 2, nextAt: 2 * HOUR }, 0)).toBe(false);
});

test('a token that does not reach Sony is sent ever less often, and counts as not tried', () => {
  const failure = { cause: 'no-answer' as const, during: 'refresh' };
  let connection = aConnected();
  let now = 0;
  const minutes = Array.from({ length: 6 }, () => {
    connection = withTokenUnsent(connection, connection.recovery, failure, now);
    // Whoever asks for data meanwhile makes nobody wait longer.
    connection = withTokenUnsent(connection, connection.recovery, failure, now + 1);
    const { nextAt } = connection.recovery!;
    const wait = (nextAt - now) / 60_000;
    expect(isJustTried(connection.recovery, now)).toBe(false);
    now = nextAt;
    return wait;
  });

  expect(minutes).toStrictEqual([2, 5, 15, 30, 60, 60]);
});

test.each([
  ['in ten minutes', 600_000, 10],
  ['in a moment', 1_000, 2],
  ['in a week', 168 * HOUR, 60],
])('a token waits where Sony says that it answers %s, an hour at most', (_, after, minutes) => {
  const failure = { cause: 'sony-down' as const, during: 'refresh', until: after };
  const unsent = withTokenUnsent(aConnected(), null, failure, 0);
  const answered = withTokenAnswered(aConnected(), null, failure, 0);
  for (const { recovery } of [unsent, answered]) {
    expect(recovery?.nextAt).toBe(minutes * 60_000);
    expect(isTryLater(recovery, 0)).toBe(true);
  }
});

test('a token that Sony has just taken is not asked about within the hour, however short its life', () => {
  const tokenLife = aTokenLife({ provedAt: 9 * HOUR, refreshTokenEndsAt: 9 * HOUR + 1000 });
  expect(nextProofAt(aConnected({ tokenLife }), true)).toBe(10 * HOUR);
});

test('one that ends with its session is asked about at that end, however soon that is', () => {
  const provedAt = 9 * HOUR;
  const end = provedAt + 12_000;
  const session = { ...aTokenLife().session, endsAt: end };
  const at = (refreshTokenEndsAt: number, renews = false): number | null =>
    nextProofAt(
      aConnected({ tokenLife: aTokenLife({ provedAt, refreshTokenEndsAt, session }) }),
      renews,
    );

  expect(at(end)).toBe(end);
  expect(at(end - 1_000)).toBe(end - 1_000);
  expect(at(end + 5 * 60_000)).toBe(10 * HOUR);
});
