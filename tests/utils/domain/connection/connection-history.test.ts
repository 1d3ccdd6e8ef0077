import { describe, expect, test } from 'vitest';
import {
  connectedTo,
  DISCONNECTED,
  type Attempting,
  type Connected,
  type Connection,
  type Settled,
  type TokenLife,
} from '@/utils/domain/connection/connection';
import {
  withConnectionEvent,
  type ConnectionEvent,
} from '@/utils/domain/connection/connection-history';
import { RETENTION } from '@/utils/domain/history/retention';
import type { Cause } from '@/utils/domain/failure';

const DAY = 86_400_000;

function life(endsAt: number, said: Partial<TokenLife['session']> = {}): TokenLife {
  const session = { state: 'alive' as const, endsAt: 60 * DAY, seenAt: 0, ...said };
  return { grant: 10 * DAY, refreshTokenEndsAt: endsAt, provedAt: 0, session };
}

const CONNECTED = connectedTo('1', life(10 * DAY));

function failed(cause: Cause): Connected {
  return { ...CONNECTED, failure: { cause } };
}

function attempt(former: Settled): Attempting {
  return { phase: 'connecting', step: 'tokens', id: 'a', way: 'connect', former };
}

/** What is told of one change, in a word or two. */
function told(before: Connection, after: Connection): string[] {
  const history = withConnectionEvent([], before, after, 5);
  return history.map(({ kind, cause }) => (cause === null ? kind : `${kind} ${cause}`));
}

const REFUSED = { cause: 'session-half-dead' } as const;
const PAST = { phase: 'disconnected', failure: REFUSED } as const;

describe('what is told of a change', () => {
  test.each<[string, Connection, Connection, string[]]>([
    ['a connection', attempt(DISCONNECTED), CONNECTED, ['connected']],
    ['another account', attempt(CONNECTED), connectedTo('2', life(DAY)), ['connected']],
    ['more time', CONNECTED, { ...CONNECTED, tokenLife: life(11 * DAY) }, ['renewed']],
    ['one that is back', failed('token-refused'), CONNECTED, ['renewed']],
    ['a refresh', CONNECTED, { ...CONNECTED, tokenLife: life(10 * DAY + 9_000) }, []],
    ['a refusal', CONNECTED, failed('token-refused'), ['refused token-refused']],
    ['a loss', CONNECTED, failed('token-lost'), ['refused token-lost']],
    ['its end', CONNECTED, failed('connection-expired'), ['expired connection-expired']],
    [
      'a sign-out',
      CONNECTED,
      { ...CONNECTED, tokenLife: life(10 * DAY, { state: 'signed-out' }) },
      ['signed-out'],
    ],
    [
      'somebody else',
      CONNECTED,
      { ...CONNECTED, tokenLife: life(10 * DAY, { state: 'other-account' }) },
      ['other-account'],
    ],
    [
      'a sign-in that Sony does not renew from',
      CONNECTED,
      { ...CONNECTED, tokenLife: life(10 * DAY, { state: 'refused' }) },
      ['sign-in-refused'],
    ],
    [
      'another check',
      CONNECTED,
      { ...CONNECTED, tokenLife: life(10 * DAY, { state: 'unknown', seenAt: 9 }) },
      [],
    ],
    ['the player’s own end', CONNECTED, { phase: 'disconnecting', since: 1 }, ['disconnected']],
    ['its being carried out', { phase: 'disconnecting', since: 1 }, DISCONNECTED, []],
    ['the beginning of an attempt', CONNECTED, attempt(CONNECTED), []],
    ['a step of one', attempt(CONNECTED), attempt(CONNECTED), []],
    ['a cancelled one', attempt(CONNECTED), CONNECTED, []],
    ['one cancelled after an earlier failure', attempt(PAST), PAST, []],
    ['one that fails', attempt(DISCONNECTED), PAST, ['refused session-half-dead']],
    [
      'the same failure again',
      attempt(PAST),
      { phase: 'disconnected', failure: { ...REFUSED } },
      ['refused session-half-dead'],
    ],
    [
      'one that fails beside a connection',
      attempt(CONNECTED),
      { ...CONNECTED, refused: REFUSED },
      ['refused session-half-dead'],
    ],
    [
      'more time that is not given',
      CONNECTED,
      { ...CONNECTED, refused: REFUSED },
      ['refused session-half-dead'],
    ],
    ['a refusal that was read', { ...CONNECTED, refused: REFUSED }, CONNECTED, []],
  ])('%s: %#', (_, before, after, events) => {
    expect(told(before, after)).toStrictEqual(events);
  });
});

test('the latest hundred are kept, by Sony’s clock and without an account', () => {
  let history: readonly ConnectionEvent[] = [];
  for (let at = 0; at < 130; at++) {
    history = withConnectionEvent(history, CONNECTED, failed('token-refused'), at);
  }
  expect(history).toHaveLength(100);
  expect(history[0]).toStrictEqual({ at: 30, kind: 'refused', cause: 'token-refused' });
});

test('what comes again and again drives out its like, and nothing else', () => {
  const signedOut = { ...CONNECTED, tokenLife: life(10 * DAY, { state: 'signed-out' }) };
  let history = withConnectionEvent([], CONNECTED, signedOut, 1);
  history = withConnectionEvent(history, CONNECTED, failed('token-refused'), 2);
  for (let at = 3; at < 500; at += 2) {
    history = withConnectionEvent(history, CONNECTED, failed('token-replaced'), at);
    history = withConnectionEvent(history, failed('token-replaced'), CONNECTED, at + 1);
  }
  expect(history).toHaveLength(RETENTION.connectionHistory);
  expect(history.slice(0, 3).map(({ at, kind }) => [at, kind])).toStrictEqual([
    [1, 'signed-out'],
    [2, 'refused'],
    [403, 'refused'],
  ]);
});

test('a change that tells nothing hands back the same history', () => {
  const history: ConnectionEvent[] = [{ at: 1, kind: 'renewed', cause: null }];
  expect(withConnectionEvent(history, CONNECTED, CONNECTED, 5)).toBe(history);
});
