/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import {
  accountOf,
  isAttempt,
  settledOf,
  type Attempting,
  type Connection,
} from '@/utils/domain/connection/connection';
import { isUnfinished } from '@/utils/domain/connection/unfinished';
import { isWay, type ConnectionRequest } from '@/utils/domain/connection/after-request';
import { FailureError } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import { aConnected, aTokenLife } from '../../support/connections';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';
import { MortalWorker } from '../../support/mortal-worker';

/**
 * Every state × every request × a worker that dies at every call: what the player asked for is done by whoever wakes,
 * and a connection that works is lost by nothing but the player's word.
 */

const DAY = 86_400_000;
const working = aConnected();
const since = 1_000;
const attempt = { id: 'an earlier attempt', way: 'connect' as const, former: working };

const STATES: Record<string, Connection> = {
  disconnected: { phase: 'disconnected', failure: null },
  connected: working,
  'connected by a pasted code': aConnected({
    tokenLife: aTokenLife({ session: { state: 'unknown', endsAt: null, seenAt: 0 } }),
  }),
  broken: aConnected({ failure: { cause: 'token-refused' } }),
  'asked for more time': aConnected({
    renewal: { step: 'sign-in', since, laterThan: 60 * DAY, isShown: true },
  }),
  connecting: { ...attempt, phase: 'connecting', step: 'session' },
  'waiting for a sign-in': {
    ...attempt,
    phase: 'waiting-for-sign-in',
    since,
    laterThan: null,
    isShown: true,
    tries: 0,
    nextAt: 0,
  },
  'waiting for access': { ...attempt, phase: 'waiting-for-access', since },
  'signing out': {
    ...attempt,
    way: 'start-fresh',
    phase: 'signing-out',
    since,
    laterThan: NEW_SESSION,
    isShown: true,
  },
  'with an old sign-in': { ...attempt, phase: 'old-session', endsAt: 20 * DAY },
  'checking a pasted code': { ...attempt, way: 'paste', phase: 'connecting', step: 'code' },
  disconnecting: { phase: 'disconnecting', since },
  erasing: { phase: 'erasing', since },
};

const WAYS = ['connect', 'connect-anyway', 'sign-in', 'start-fresh', 'paste'] as const;
const REQUESTS: ConnectionRequest[] = [...WAYS, 'cancel', 'disconnect', 'erase'];
const CELLS = Object.keys(STATES).flatMap((state) =>
  REQUESTS.map((request): [string, ConnectionRequest] => [state, request]),
);

/** A browser in that state, as a worker born now finds it. */
async function sceneIn(state: string): Promise<ConnectionScene> {
  const scene = new ConnectionScene();
  const connection = STATES[state] as Connection;
  scene.record.current = connection;
  if (isUnfinished(connection)) scene.nextWake = 30_000;
  scene.libraries.add(working.accountId);
  if (state !== 'disconnected') await scene.vault.store(await scene.sony.refresh());
  scene.pasted = new Secret(scene.sony.npsso);
  if (state === 'waiting for access') scene.hostsAllowed = false;
  if (state === 'waiting for a sign-in') scene.sony.session = { state: 'signed-out' };
  return scene;
}

/** What a player does, who wants it to go on: allows access, signs out and in. */
function goOn(scene: ConnectionScene): void {
  const { phase } = scene.record.current;
  if (phase === 'waiting-for-access') scene.hostsAllowed = true;
  if (phase === 'signing-out') scene.sony.session = { state: 'signed-out' };
  const isAwaited = phase === 'waiting-for-sign-in' || phase === 'connected';
  if (isAwaited) scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION + 10 * DAY };
}

/** Workers are woken until nothing is left to do: by the alarm, for nobody has a page open. */
async function settle(scene: ConnectionScene): Promise<void> {
  for (let wakes = 0; wakes < 20 && isUnfinished(scene.record.current); wakes++) {
    expect(scene.hasAlarm).toBe(true);
    goOn(scene);
    await scene.wake();
  }
  await scene.wake();
}

function expectDone(scene: ConnectionScene, state: string, request: ConnectionRequest): void {
  const before = STATES[state] as Connection;
  const { current } = scene.record;
  expect(isUnfinished(current)).toBe(false);
  expect(scene.hasAlarm).toBe(false);
  const isErased = request === 'erase' || (before.phase === 'erasing' && !isWay(request));
  if (isErased) {
    expect(current).toStrictEqual({ phase: 'disconnected', failure: null });
    expect(scene.libraries.size).toBe(0);
  } else if (request === 'disconnect' || (before.phase === 'disconnecting' && !isWay(request))) {
    expect(current).toStrictEqual({ phase: 'disconnected', failure: null });
    expect(scene.libraries.size).toBe(1);
  } else if (before.phase === 'erasing' && request === 'paste') {
    // The code is gone with everything else, and that is said.
    expect(current).toStrictEqual({
      phase: 'disconnected',
      failure: { cause: 'paste-interrupted' },
    });
  } else if (request === 'cancel') {
    const settled = settledOf(before);
    expect(current).toStrictEqual(
      settled.phase === 'connected' ? { ...settled, renewal: null } : settled,
    );
  } else if (current.phase !== 'old-session') {
    expect(current).toMatchObject({ phase: 'connected', failure: null, refused: null });
  }
  // Whoever is connected can be asked for: their token is there, and nobody else's.
  const accountId = accountOf(current);
  expect([...scene.vault.stored.keys()]).toStrictEqual(accountId === null ? [] : [accountId]);
  if (!isAttempt(current)) expect(scene.pasted === null || request !== 'paste').toBe(true);
}

describe.each(CELLS)('%s, asked to %s', (state, request) => {
  test('does it, whenever the worker dies', async () => {
    const whole = new MortalWorker(Infinity);
    const undisturbed = await sceneIn(state);
    await undisturbed.ask(request, whole);
    await settle(undisturbed);
    expectDone(undisturbed, state, request);

    for (let lives = 0; lives < whole.calls; lives++) {
      const scene = await sceneIn(state);
      const worker = new MortalWorker(lives);
      const before = scene.record.history.length;
      await Promise.race([scene.ask(request, worker), worker.death]);
      const isWritten = scene.record.history.length > before;
      // Before it was written nothing was promised: the page, still open, asks once more.
      if (!isWritten && isPossible(state, request)) await scene.ask(request);
      await settle(scene);
      expectDone(scene, state, request);
      // What the player is led to once they are connected they are led to by the next worker too.
      expect(scene.seen.includes('library')).toBe(undisturbed.seen.includes('library'));
    }
    expect(whole.calls).toBeGreaterThan(2);
  });
});

/** Not every request changes every state: of what is being ended there is only what comes after it. */
function isPossible(state: string, request: ConnectionRequest): boolean {
  const { phase } = STATES[state] as Connection;
  const isEnding = phase === 'erasing' || phase === 'disconnecting';
  return !isEnding || isWay(request) || (phase === 'disconnecting' && request === 'erase');
}

describe.each(WAYS)('what works stays where it is asked to %s', (way) => {
  let scene: ConnectionScene;

  beforeEach(async () => {
    scene = await sceneIn('connected');
    scene.record.current = { ...working };
  });

  test.each([
    ['Sony refuses every code', 'account-attention'],
    ['Sony is down', 'sony-down'],
    ['the edge turns us away', 'edge-block'],
  ] as const)('and %s, whenever the worker dies', async (_, cause) => {
    for (let lives = 0; lives < 25; lives++) {
      scene = await sceneIn('connected');
      const failures = () => Array.from({ length: 99 }, () => ({ cause }));
      scene.sony.failures = { fetchCode: failures(), exchange: failures() };
      const worker = new MortalWorker(lives);
      await Promise.race([scene.ask(way, worker), worker.death]);
      for (let wakes = 0; wakes < 40; wakes++) {
        goOn(scene);
        await scene.wake();
      }

      expect(scene.record.current).toMatchObject({
        phase: 'connected',
        accountId: working.accountId,
        failure: null,
      });
      expect((await scene.vault.refreshToken(working.accountId))?.reveal()).toBe('refresh-1');
    }
  });

  test.each(['prove', 'store', 'create'] as const)('and storage refuses to %s', async (call) => {
    scene.broken[call] = new FailureError({ cause: 'storage-full' });
    await scene.ask(way);
    for (let wakes = 0; wakes < 40; wakes++) {
      goOn(scene);
      await scene.wake();
    }

    expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
    expect(scene.vault.stored.has(working.accountId)).toBe(true);
  });
});

test.each(['disconnect', 'erase'] as const)(
  'a clean-up that throws forgets nothing of the wish to %s',
  async (request) => {
    const scene = await sceneIn('connected');
    scene.broken = { wipeTokens: new Error('no'), deleteDatabases: new Error('no') };
    await scene.ask(request).catch(() => undefined);
    expect(scene.record.current.phase).toBe(request === 'erase' ? 'erasing' : 'disconnecting');
    expect(scene.hasAlarm).toBe(true);

    scene.broken = {};
    await scene.wake();

    expectDone(scene, 'connected', request);
  },
);

test('an attempt that another takes the place of goes back to what worked before both', async () => {
  const scene = await sceneIn('waiting for a sign-in');
  await scene.ask('start-fresh');
  await scene.ask('cancel');

  expect(scene.record.current).toStrictEqual((STATES['connecting'] as Attempting).former);
});
