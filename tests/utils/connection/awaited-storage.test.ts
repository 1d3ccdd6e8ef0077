/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import {
  settledOf,
  type Connection,
  type ConnectingPhase,
} from '@/utils/domain/connection/connection';
import { isUnfinished } from '@/utils/domain/connection/unfinished';
import { AttemptRecord } from '@/utils/connection/attempts';
import { needOf, toldFailure } from '@/utils/domain/connection/need';
import { waitFailureOf } from '@/utils/domain/connection/attempt-wait';
import { FailureError, type Cause } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import { aConnected, aTokenLife } from '../../support/connections';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';

/** The browser's storage answers late, or refuses for a while: what the player asked for goes on when it answers. */

const MINUTE = 60_000;
const expired = aConnected({ failure: { cause: 'connection-expired' } });
const STATES: Record<string, Connection> = {
  'never connected': { phase: 'disconnected', failure: null },
  connected: aConnected(),
  expired,
};
const CALLS = ['prove', 'proveLibrary', 'store', 'create'] as const;
const CAUSES: Cause[] = ['storage-silent', 'storage-full', 'storage-unavailable'];

let scene: ConnectionScene;

beforeEach(() => {
  scene = new ConnectionScene();
});

async function begin(connection: Connection): Promise<void> {
  const tokens = await scene.sony.refresh();
  if (connection.phase === 'connected') {
    await scene.vault.store({ ...tokens, accountId: connection.accountId });
    scene.libraries.add(connection.accountId);
  }
  scene.record.current = connection;
  scene.pasted = new Secret(scene.sony.npsso);
}

function failsWith(cause: Cause): void {
  const failure = new FailureError({ cause });
  scene.broken = Object.fromEntries(CALLS.map((call) => [call, failure]));
}

function standing() {
  const { record, now } = scene;
  const sync = { state: 'idle' } as const;
  return { connection: record.current, renews: true, sync, asked: null, now };
}

describe.each(Object.entries(STATES))('%s', (_, connection) => {
  test.each(CAUSES)(
    'connecting goes on by itself after %s, with nothing asked before',
    async (cause) => {
      await begin(connection);
      failsWith(cause);
      await scene.ask('connect');
      for (let wakes = 0; wakes < 3; wakes++) await scene.wake();

      expect(toldFailure(standing())?.cause).toBe(cause);
      expect(scene.hasAlarm).toBe(true);
      expect([scene.sony.looks, scene.sony.exchanges]).toStrictEqual([0, 0]);

      scene.broken = {};
      await scene.wake();

      expect(scene.record.current).toMatchObject({
        phase: 'connected',
        failure: null,
        refused: null,
      });
      expect(scene.vault.stored.size).toBe(1);
      expect(scene.hasAlarm).toBe(false);
    },
  );

  test.each(CALLS)('and so does a pasted code, where storage is silent to %s', async (call) => {
    await begin(connection);
    scene.broken[call] = new FailureError({ cause: 'storage-silent' });
    await scene.ask('paste');

    scene.broken = {};
    for (let wakes = 0; wakes < 2; wakes++) await scene.wake();

    // What it would go back to is connected as well.
    const isNew = { phase: 'connected', failure: null, refused: null };
    expect(scene.record.current).toMatchObject(isNew);
    expect(scene.sony.exchanges).toBeGreaterThan(0);
    expect(scene.pasted).toBeNull();
  });

  test('a cancel meanwhile goes back to what there was', async () => {
    await begin(connection);
    failsWith('storage-silent');
    await scene.ask('connect');
    await scene.ask('cancel');
    scene.broken = {};
    await scene.wake();

    expect(scene.record.current).toMatchObject({
      ...connection,
      ...('refused' in connection && { refused: null }),
    });
    expect(scene.hasAlarm).toBe(false);
  });

  test('a disconnect meanwhile is done once storage answers', async () => {
    await begin(connection);
    failsWith('storage-silent');
    scene.broken.wipeTokens = new FailureError({ cause: 'storage-silent' });
    await scene.ask('connect');
    expect(isUnfinished(scene.record.current)).toBe(true);
    await scene.ask('disconnect').catch(() => undefined);
    expect(scene.record.current.phase).toBe('disconnecting');

    scene.broken = {};
    await scene.wake();

    expect(scene.record.current).toStrictEqual({ phase: 'disconnected', failure: null });
    expect(scene.vault.stored.size).toBe(0);
  });
});

test('tokens that cannot be stored are asked for ever more seldom, and no page hurries that', async () => {
  scene.broken.store = new FailureError({ cause: 'storage-full' });
  await scene.ask('connect');
  const asked: number[] = [];
  for (let seconds = 0; seconds < 3 * 3_600; seconds += 5) {
    const before = scene.sony.exchanges;
    scene.now += 5_000;
    await scene.startWorker().carryOn('automatic');
    if (scene.sony.exchanges > before) asked.push(Math.round(seconds / 60));
  }

  expect(asked).toStrictEqual([1, 6, 21, 81, 141]);

  scene.broken = {};
  await scene.ask('connect');
  expect(scene.record.current.phase).toBe('connected');
});

test('a library that is silent when it is made costs no second exchange', async () => {
  scene.broken.create = new FailureError({ cause: 'storage-silent' });
  await scene.ask('connect');
  scene.broken = {};
  for (let wakes = 0; wakes < 2; wakes++) await scene.wake();

  expect(scene.record.current.phase).toBe('connected');
  expect(scene.sony.exchanges).toBe(1);
});

test('what the player did at Sony’s meanwhile is not asked for again', async () => {
  scene.sony.session = { state: 'signed-out' };
  await scene.ask('connect');
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  failsWith('storage-silent');
  await scene.endSignIn();
  expect(waitFailureOf(scene.record.current as ConnectingPhase)).not.toBeNull();

  scene.now += 40 * MINUTE;
  scene.broken = {};
  await scene.wake();

  expect(scene.record.current.phase).toBe('connected');
});

test('what waits for storage wakes seldom, and more often for one that is only silent', async () => {
  for (const [cause, wait] of [
    ['storage-silent', MINUTE],
    ['storage-full', 10 * MINUTE],
  ] as const) {
    scene = new ConnectionScene();
    failsWith(cause);
    await scene.ask('connect');
    expect(scene.nextWake - scene.now).toBe(wait);
    await scene.alarm();
    expect(scene.nextWake - scene.now).toBe(wait);
    expect(scene.record.history).toHaveLength(2);
    expect(needOf(standing())).toStrictEqual({ state: cause, action: 'connect' });
  }
});

test('what waits writes nothing anew, also where the record is read from the disk each time', async () => {
  failsWith('storage-full');
  await scene.ask('connect');
  const written = scene.record.history.length;
  for (let wakes = 0; wakes < 3; wakes++) {
    const attempt = scene.record.current as ConnectingPhase;
    scene.record.current = structuredClone(attempt);
    const record = new AttemptRecord(scene.record, attempt);
    await record.noteWait(structuredClone(attempt.storage) as never);
  }
  expect(scene.record.history).toHaveLength(written);
});

test('trying again is the same attempt, whatever it was for', async () => {
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  failsWith('storage-full');
  await scene.ask('start-fresh');
  scene.broken = {};
  await scene.ask('connect');

  expect(scene.record.current.phase).toBe('signing-out');
});

test('a pasted code is not waited with for longer than it is kept', async () => {
  await begin({ phase: 'disconnected', failure: null });
  failsWith('storage-unavailable');
  await scene.ask('paste');
  expect(toldFailure(standing())?.cause).toBe('storage-unavailable');
  expect(isUnfinished(scene.record.current)).toBe(true);
  scene.pasted = null;
  await scene.wake();

  expect(scene.record.current).toStrictEqual({
    phase: 'disconnected',
    failure: { cause: 'paste-interrupted' },
  });
});

describe('a connection that works', () => {
  const working = aConnected({
    tokenLife: aTokenLife({ refreshTokenEndsAt: 3 * 86_400_000, grant: 864_000_000 }),
  });

  test('goes on after half an hour, and says why there is no more time', async () => {
    await begin(working);
    failsWith('storage-full');
    for (const way of ['connect', 'start-fresh'] as const) {
      await scene.ask(way);
      for (let wakes = 0; wakes < 28; wakes++) await scene.wake();
      expect(isUnfinished(scene.record.current)).toBe(true);
      for (let wakes = 0; wakes < 4; wakes++) await scene.wake();

      expect(scene.record.current).toMatchObject({
        phase: 'connected',
        failure: null,
        renewal: null,
        refused: { cause: 'storage-full' },
      });
      expect(scene.hasAlarm).toBe(false);
    }
  });

  test('asks Sony for more time seldom while that cannot be stored', async () => {
    await begin(working);
    scene.broken.store = new FailureError({ cause: 'storage-silent' });
    await scene.ask('connect');
    for (let seconds = 0; seconds < 25 * 60; seconds += 5) {
      scene.now += 5_000;
      await scene.startWorker().carryOn('automatic');
    }
    expect(scene.sony.exchanges).toBeLessThanOrEqual(6);
    expect(settledOf(scene.record.current)).toMatchObject({ renewal: { step: 'exchange' } });

    scene.broken = {};
    for (let wakes = 0; wakes < 20; wakes++) await scene.wake();
    expect(scene.record.current).toMatchObject({ renewal: null, refused: null });
    expect(scene.vault.stored.get(working.accountId)?.refreshTokenEndsAt).toBe(864_000_000);
  });
});
