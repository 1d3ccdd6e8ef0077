import { describe, expect, test } from 'vitest';
import type { Connected, Connection, Session } from '@/utils/domain/connection/connection';
import { SESSION_STATES } from '@/utils/domain/connection/connection-kinds';
import { isAllWell, type Standing } from '@/utils/domain/connection/all-well';
import { canSync } from '@/utils/domain/connection/can-sync';
import { NEEDS, needOf, toldFailure, type Need } from '@/utils/domain/connection/need';
import { isRunningOut, zoneIn } from '@/utils/domain/connection/token-life';
import { CAUSES } from '@/utils/domain/causes';
import { isOfStorage, type Cause, type Failure } from '@/utils/domain/failure';
import { NO_PROGRESS, type SyncStatus } from '@/utils/domain/sync/sync-status';
import { signedOutTitle } from '@/utils/words/en/connect.json';
import { buttonOf, isOfSignIn, needWords } from '@/utils/words/needs';
import { AN_ATTEMPT, aConnected } from '../../../support/connections';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const IDLE: SyncStatus = { state: 'idle' };
const shown = { since: NOW, isShown: true };

function standing(said: Partial<Standing> & Pick<Standing, 'connection'>): Standing {
  return { renews: true, sync: IDLE, asked: null, now: NOW, ...said };
}

/** A connection by the days that its token and its sign-in have left; null where Sony does not say. */
function lasting(
  token: number,
  session: number | null,
  state: Session['state'],
  said: Partial<Connected> = {},
): Connected {
  const endsAt = session === null ? null : NOW + session * DAY;
  const seen = { state, endsAt, seenAt: NOW, aliveAt: NOW };
  const tokenLife = {
    grant: 10 * DAY,
    refreshTokenEndsAt: NOW + token * DAY,
    provedAt: NOW,
    session: seen,
  };
  return aConnected({ tokenLife, ...said });
}

const LEFT = [60, 40, 20, 14, 13, 2, 1.5, -1];
const SYNCS: SyncStatus[] = [
  IDLE,
  ...CAUSES.map((cause) => ({ state: 'blocked' as const, failure: { cause }, ...NO_PROGRESS })),
  ...CAUSES.map((cause) => ({
    state: 'paused' as const,
    failure: { cause },
    resumesAt: NOW + 1,
    ...NO_PROGRESS,
  })),
];
const FAULTS: (Failure | null)[] = [null, ...CAUSES.map((cause) => ({ cause }))];

function* connectedStates(): Generator<Standing & { connection: Connected }> {
  for (const state of SESSION_STATES)
    for (const left of [...LEFT, null])
      for (const token of [Math.min(10, left ?? 10), -1])
        for (const renews of [true, false]) {
          const connection = lasting(token, left, state);
          for (const failure of FAULTS)
            yield { ...standing({ renews, connection }), connection: { ...connection, failure } };
          for (const refused of FAULTS)
            yield { ...standing({ renews, connection }), connection: { ...connection, refused } };
          for (const sync of SYNCS) {
            yield { ...standing({ renews, connection, sync }), connection };
            if (sync.state !== 'blocked') continue;
            const asked = { cause: 'offline' } as const;
            yield { ...standing({ renews, connection, sync, asked }), connection };
            const refused = asked;
            yield {
              ...standing({ renews, sync, connection }),
              connection: { ...connection, refused },
            };
          }
        }
}

const PHASES: Connection[] = [
  { ...AN_ATTEMPT, phase: 'waiting-for-access', since: NOW },
  { ...AN_ATTEMPT, phase: 'old-session', endsAt: NOW + DAY },
  { ...AN_ATTEMPT, phase: 'signing-out', laterThan: NOW, ...shown },
  { ...AN_ATTEMPT, phase: 'waiting-for-sign-in', laterThan: null, tries: 0, nextAt: 0, ...shown },
  ...FAULTS.map((failure) => ({ phase: 'disconnected' as const, failure })),
];

/** The button leads away from where the player is. */
function leadsOn({ action }: Need, { connection, renews }: Standing): boolean {
  if (connection.phase !== 'connected') return action !== 'renew-by-itself' && action !== 'sync';
  const { state, endsAt } = connection.tokenLife.session;
  const isAlive = state === 'alive';
  // Somebody is signed in, or nobody has looked: only an exchange tells.
  const isThere = isAlive || (state === 'unknown' && (endsAt === null || endsAt > NOW));
  switch (action) {
    case 'connect':
      return isThere && (endsAt === null || !isRunningOut(endsAt, NOW));
    case 'start-fresh':
      return isThere;
    case 'sign-in':
      return !isAlive || (endsAt !== null && endsAt <= NOW);
    case 'renew-by-itself':
      return !renews && (isAlive || state === 'unknown');
    default:
      return true;
  }
}

/** What the failure itself says is to be done, whatever the sign-in. */
function isSaidByFailure(need: Need): boolean {
  return need.action === NEEDS[need.state] && (CAUSES as readonly string[]).includes(need.state);
}

/** What keeps every sync from Sony, whoever asks for one. */
function stopOf({ connection, sync }: Standing & { connection: Connected }): Cause | null {
  if (connection.failure !== null) return connection.failure.cause;
  const mayPass = ['not-permitted', 'own-pause', 'library-compared'];
  const isStopped = sync.state === 'blocked' && !mayPass.includes(sync.failure.cause);
  return isStopped ? sync.failure.cause : null;
}

/** Each thing that a state of a connection must be, and whether it is. */
function rulesOf(each: Standing & { connection: Connected }): Record<string, boolean> {
  const need = needOf(each);
  const told = toldFailure(each);
  const isGreen = zoneIn(each.connection, each.renews, NOW) === 'green';
  if (need === null) {
    return {
      'nobody is needed where something is told': told === null,
      'nobody is needed outside of green': isGreen,
      'nobody is needed, and nothing says that all is well': isAllWell(each) && canSync(each),
    };
  }
  const { failure } = each.connection;
  const stop = stopOf(each);
  const isOutOfReach = stop === 'permission-missing' && failure === null;
  return {
    'the button has a name': buttonOf(need) !== '',
    'the button leads on': leadsOn(need, each) || isSaidByFailure(need),
    'what is broken is what is said': failure === null || need.state === told?.cause,
    'nothing is well where somebody is needed': !isAllWell(each),
    'nothing syncs that is stopped': stop === null || !canSync(each),
    // Nothing else works meanwhile, nor does what was clicked before.
    'what is out of reach has no other button': !isOutOfReach || need.action === 'allow-hosts',
    'what cannot be stored has no other button':
      failure !== null || told === null || !isOfStorage(told) || need.state === told.cause,
  };
}

test('every state of a connection has the one button that leads on, or needs none', () => {
  const wrong: string[] = [];
  let count = 0;
  for (const each of connectedStates()) {
    count++;
    for (const [rule, holds] of Object.entries(rulesOf(each)))
      if (!holds) wrong.push(`${rule}: ${JSON.stringify(each)}`);
  }
  expect(wrong.slice(0, 3)).toStrictEqual([]);
  expect(count).toBeGreaterThan(10_000);
});

test.each(PHASES)('every phase but those that go on by themselves has its one button: %o', (at) => {
  const need = needOf(standing({ connection: at }));

  expect(need).not.toBeNull();
  expect(leadsOn(need!, standing({ connection: at }))).toBe(true);
});

test.each<Connection>([
  { ...AN_ATTEMPT, phase: 'connecting', step: 'code' },
  { phase: 'disconnecting', since: NOW },
  { phase: 'erasing', since: NOW },
  aConnected({ renewal: { step: 'exchange', laterThan: null, ...shown } }),
])('what goes on by itself needs nobody: %o', (connection) => {
  expect(needOf(standing({ connection, now: 0 }))).toBeNull();
});

describe('what is signed in says what is needed', () => {
  test.each<
    [number, number | null, Session['state'], boolean, Need['state'] | null, Need['action'] | null]
  >([
    [10, 60, 'alive', true, null, null],
    [10, 20, 'alive', true, null, null],
    [10, 14, 'alive', true, 'runs-out', 'start-fresh'],
    [1.5, 1.5, 'alive', true, 'runs-out', 'start-fresh'],
    [1.5, 1.5, 'alive', false, 'runs-out', 'start-fresh'],
    [1.5, 40, 'alive', false, 'more-time', 'connect'],
    [10, 40, 'alive', false, 'renewal-off', 'renew-by-itself'],
    [10, 40, 'signed-out', true, 'signed-out', 'sign-in'],
    [60, 60, 'signed-out', true, 'signed-out', 'sign-in'],
    [10, 40, 'other-account', true, 'other-account-signed-in', 'sign-in'],
    [60, 60, 'refused', true, 'sign-in-refused', 'sign-in'],
    [10, -1, 'unknown', true, 'no-sign-in', 'sign-in'],
    // Somebody is signed in, of whom nobody knows who it is.
    [10, 10, 'unknown', true, 'runs-out', 'start-fresh'],
    [10, 40, 'unknown', true, 'more-time', 'connect'],
    // Sony has not said how long it lasts.
    [10, null, 'alive', true, 'more-time', 'connect'],
    [1.5, null, 'alive', true, 'more-time', 'connect'],
    [1.5, null, 'alive', false, 'more-time', 'connect'],
    // Nobody has looked.
    [10, 10, 'unknown', false, 'renewal-off', 'renew-by-itself'],
    [60, 60, 'unknown', true, null, null],
  ])(
    'token %d days, sign-in %d days and %s, renewal %s',
    (token, session, state, renews, ...what) => {
      const need = needOf(standing({ connection: lasting(token, session, state), renews }));
      expect([need?.state ?? null, need?.action ?? null]).toStrictEqual(what);
    },
  );

  test.each<[number | null, Session['state'], Need['action']]>([
    [40, 'alive', 'connect'],
    [null, 'alive', 'connect'],
    [13, 'alive', 'start-fresh'],
    [-1, 'alive', 'sign-in'],
    [40, 'signed-out', 'sign-in'],
    [40, 'other-account', 'sign-in'],
    [40, 'refused', 'sign-in'],
    [40, 'unknown', 'sign-in'],
  ])(
    'a connection that Sony has ended, with a sign-in of %s days that is %s',
    (left, state, action) => {
      const failure = { cause: 'token-refused' } as const;
      const need = needOf(standing({ connection: lasting(5, left, state, { failure }) }));
      expect(need).toStrictEqual({ state: 'token-refused', action });
    },
  );

  test('a sign-out that was never a sign-in here is none', () => {
    const { tokenLife, ...rest } = lasting(10, null, 'signed-out');
    const session = { state: 'signed-out', endsAt: null, seenAt: NOW } as const;
    const connection = { ...rest, tokenLife: { ...tokenLife, session } };
    expect(needOf(standing({ connection }))?.state).toBe('no-sign-in');
  });

  test('who has pasted a code and lets nothing renew is told of the switch, and promised no day', () => {
    const { tokenLife, ...rest } = lasting(10, null, 'unknown');
    const session = { state: 'unknown', endsAt: null, seenAt: NOW } as const;
    const connection = { ...rest, tokenLife: { ...tokenLife, session } };
    expect(needOf(standing({ connection, renews: false }))).toStrictEqual({
      state: 'renewal-off',
      action: 'renew-by-itself',
    });
    const known = { player: 'wren', now: NOW, endsAt: NOW + 10 * DAY, sessionEndsAt: null };
    const { sentence } = needWords(
      'renewal-off',
      { ...known, isGuessed: false, renewedUntil: NOW },
      'en-GB',
    );
    expect(sentence).toMatch(/wren/);
    expect(sentence).not.toMatch(/\d/);
  });

  test('a sign-in that is gone is said to be, and not how: cookies go, and sign-ins end', () => {
    expect(signedOutTitle).toMatch(/^You are signed out/);
  });
});

test('what is waited for has the button that shows its page once more', () => {
  for (const [step, name] of [
    ['sign-in', 'Open sign-in page'],
    ['sign-out', 'Open account page'],
  ] as const) {
    const connection = aConnected({ renewal: { step, laterThan: null, ...shown } });
    expect(buttonOf(needOf(standing({ connection }))!)).toBe(name);
  }
});

test('whatever is needed is said in a sentence of its own, in the words of a player', () => {
  const known = {
    ...{ player: 'Night_Cabinet', endsAt: NOW + DAY, isGuessed: true, now: NOW },
    ...{ sessionEndsAt: NOW + DAY, renewedUntil: NOW + DAY },
  };
  const states = (Object.keys(NEEDS) as Need['state'][]).filter(isOfSignIn);
  expect(states).toHaveLength(7);
  const said = states.map((state) => needWords(state, known, 'en-GB'));
  for (const { title, sentence, note = '' } of said) {
    expect(`${title} ${sentence} ${note}`).not.toMatch(/access|token|proved|PSN|expired|well/i);
    expect(sentence).toMatch(/\.$/);
  }
  for (const state of states) {
    const over = needWords(state, { ...known, endsAt: NOW, sessionEndsAt: NOW }, 'en-GB');
    expect(`${over.title} ${over.sentence}`).not.toMatch(/ends (on|about) \d/);
  }
  expect(new Set(said.map(({ sentence }) => sentence)).size).toBe(7);
});

test('no cause is left out of the table', () => {
  const named = Object.keys(NEEDS).filter((state) => CAUSES.includes(state as Cause));
  expect(named).toHaveLength(CAUSES.length);
});
