import { expect, test } from 'vitest';
import { isAllWell, type Standing } from '@/utils/domain/connection/all-well';
import type { Connection, TokenLife, WaitingForSignIn } from '@/utils/domain/connection/connection';
import { needOf, toldFailure, type Need, type NeedState } from '@/utils/domain/connection/need';
import type { Failure } from '@/utils/domain/failure';
import { NO_PROGRESS, type SyncStatus } from '@/utils/domain/sync/sync-status';
import { A_WAIT, aConnected, aTokenLife } from '../../../support/connections';

const NOW = 1_000_000;
const FAR = NOW + 60 * 86_400_000;
const TERMS = { cause: 'terms-to-accept' } as const;
const TERMS_OF_CODE = { ...TERMS, ofPastedCode: true } as const;
const NO_ACCESS = { cause: 'permission-missing' } as const;

function needed(connection: Connection, asked: Failure | null = null): Need | null {
  const standing: Standing = {
    ...{ connection, asked, renews: true, now: NOW },
    sync: { state: 'idle' },
  };
  return needOf(standing);
}

test.each<[string, Failure | null, Need['action']]>([
  ['nothing yet', null, 'connect'],
  ['a sign-in that was waited for in vain', { cause: 'not-signed-in' }, 'connect'],
  ['nobody signed in', { cause: 'not-signed-in', during: 'session' }, 'sign-in'],
  // Connecting asks for it in its own click.
  ['access withdrawn', NO_ACCESS, 'connect'],
  ['a code refused', { cause: 'npsso-refused' }, 'paste'],
  ['terms to accept', TERMS, 'open-playstation'],
  ['terms to accept, for the account of a code', TERMS_OF_CODE, 'paste'],
  ['trouble at Sony', { cause: 'sony-down' }, 'connect'],
])('what leads on where there is no connection: %s', (_, failure, action) => {
  expect(needed({ phase: 'disconnected', failure })).toStrictEqual({
    state: failure?.cause ?? 'not-connected',
    action,
  });
});

const WAITING: WaitingForSignIn = { ...A_WAIT, since: NOW };

const SIGNED_OUT = aConnected({
  tokenLife: aTokenLife({
    session: { state: 'signed-out', endsAt: null, seenAt: NOW, aliveAt: NOW },
  }),
});

test.each<[string, Connection, Failure | null, NeedState | Failure['cause'], Need['action']]>([
  [
    'terms at Sony, which are waited for',
    { ...WAITING, wanted: TERMS },
    null,
    'terms-to-accept',
    'open-playstation',
  ],
  ['access, for what is under way', WAITING, NO_ACCESS, 'permission-missing', 'allow-hosts'],
  [
    'access, for a connection that is lost',
    aConnected({ failure: { cause: 'token-refused' } }),
    NO_ACCESS,
    'permission-missing',
    'allow-hosts',
  ],
  [
    'a code that did not do, for a connection that is lost',
    aConnected({ failure: { cause: 'token-refused' } }),
    { cause: 'npsso-refused' },
    'npsso-refused',
    'paste',
  ],
  [
    'terms at Sony, for a connection that is lost to them',
    aConnected({ failure: TERMS }),
    null,
    'terms-to-accept',
    'open-playstation',
  ],
  [
    'a network, and nobody is signed in: once it is there, that is to be done',
    SIGNED_OUT,
    { cause: 'offline' },
    'signed-out',
    'sign-in',
  ],
  [
    'a sign-in that was waited for in vain, and it is known why there is none',
    SIGNED_OUT,
    { cause: 'not-signed-in' },
    'signed-out',
    'sign-in',
  ],
  [
    'no network, for a connection that is lost',
    aConnected({ failure: { cause: 'token-refused' } }),
    { cause: 'offline' },
    'offline',
    'connect',
  ],
  [
    'terms for the account of a code, beside a connection that works',
    aConnected({ refused: TERMS_OF_CODE }),
    null,
    'terms-to-accept',
    'paste',
  ],
])('what was asked for has its own button: %s', (_, connection, asked, state, action) => {
  expect(needed(connection, asked)).toStrictEqual({ state, action });
});

test('of what is waited for at Sony the player is told why', () => {
  const said = { asked: null, renews: true, now: NOW, sync: { state: 'idle' } } as const;
  expect(toldFailure({ ...said, connection: { ...WAITING, wanted: TERMS } })).toStrictEqual(TERMS);
  expect(toldFailure({ ...said, connection: WAITING })).toBeNull();
});

test('nothing is well where the sign-in is lost, however long the connection lasts without', () => {
  const said = { asked: null, renews: true, now: NOW, sync: { state: 'idle' } } as const;
  const lasting = (state: 'alive' | 'refused'): Connection =>
    aConnected({
      tokenLife: aTokenLife({
        refreshTokenEndsAt: FAR,
        session: { state, endsAt: FAR, seenAt: NOW, aliveAt: NOW },
      }),
    });
  expect(isAllWell({ ...said, connection: lasting('alive') })).toBe(true);
  expect(isAllWell({ ...said, connection: lasting('refused') })).toBe(false);
});

test('nothing is well while more time is being asked for', () => {
  const standing: Standing = {
    ...{ connection: aConnected(), asked: null, renews: true, now: NOW },
    sync: { state: 'idle' },
  };
  expect(isAllWell(standing)).toBe(true);

  const renewal = { step: 'exchange', since: NOW, laterThan: null, isShown: false } as const;
  expect(isAllWell({ ...standing, connection: aConnected({ renewal }) })).toBe(false);
});

test.each<[SyncStatus['state'], Failure['cause'], Need | null]>([
  ['paused', 'sony-down', { state: 'sony-down', action: 'sync' }],
  ['blocked', 'storage-full', { state: 'storage-full', action: 'sync' }],
  // The sync's own line says when it goes on.
  ['paused', 'own-pause', null],
  ['paused', 'library-compared', null],
])('a sync that is %s by %s needs what puts that right', (state, cause, need) => {
  const sync = { ...NO_PROGRESS, state, failure: { cause }, resumesAt: NOW + 1 } as SyncStatus;
  const connection = aConnected();
  expect(needOf({ connection, asked: null, renews: true, now: NOW, sync })).toStrictEqual(need);
});

test.each<[Failure['cause'], NeedState | 'storage-full' | 'storage-silent', Need['action']]>([
  // What was asked for is still on its way to it.
  ['storage-silent', 'storage-silent', 'sign-in'],
  ['storage-full', 'storage-full', 'sync'],
])('beside %s a player who has signed out is led on by what helps', (cause, state, action) => {
  const session = { state: 'signed-out', endsAt: FAR, seenAt: NOW, aliveAt: NOW } as const;
  const connection = aConnected({ tokenLife: aTokenLife({ refreshTokenEndsAt: FAR, session }) });
  expect(needed(connection, { cause })).toStrictEqual({ state, action });
});

test.each(['sony-down', 'edge-block', 'unexpected'] as const)(
  'a code that came to nothing once (%s) leaves in its place what the connection needs since',
  (cause) => {
    const refused = { cause, ofPastedCode: true } as const;
    const lost = { state: 'other-account', endsAt: FAR, seenAt: NOW, aliveAt: NOW } as const;
    const session = (said: TokenLife['session']) => aTokenLife({ session: said });
    const red = { state: 'alive', endsAt: NOW + 86_400_000, seenAt: NOW } as const;

    expect(needed(aConnected({ refused }))?.action).toBe('paste');
    expect(needed(aConnected({ refused, tokenLife: session(red) }))).toStrictEqual({
      state: 'runs-out',
      action: 'start-fresh',
    });
    expect(needed(aConnected({ refused, tokenLife: session(lost) }))).toStrictEqual({
      state: 'other-account-signed-in',
      action: 'sign-in',
    });
  },
);
