/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import { aRecentLibrary, SyncScene, type SceneWorker } from '../../support/sync-scene';

let scene: SyncScene;
let worker: SceneWorker;

beforeEach(() => {
  scene = new SyncScene();
  worker = scene.worker();
});

function asked(kind: string): string[] {
  return scene.psn.asked.filter((request) => request.startsWith(kind));
}

/** A sync that the player stopped after the second of six games. */
async function aStoppedSync(): Promise<void> {
  aRecentLibrary(scene, 6);
  await scene.syncAndStopAt(`earned ${scene.id(2)}`, worker);
  expect(scene.status.state).toBe('stopped');
}

async function open(n: number): Promise<void> {
  await worker.requests.openGame(scene.id(n));
  await worker.loop.wake();
}

async function fetchGame(n: number): Promise<void> {
  await worker.requests.fetchGame(scene.id(n));
  await worker.loop.wake();
}

const TROPHIES_OF_5 = () => [`definitions ${scene.id(5)}`, `earned ${scene.id(5)}`];

test('a first sync that begins anew, where another was lost in the list, reports all that is found', async () => {
  aRecentLibrary(scene, 5);
  scene.psn.pageSize = 2;
  await scene.syncAndStopAt('titles 2', worker);
  expect(await scene.database.titles.count()).toBe(4);
  await scene.database.syncCursor.clear();
  scene.now += 60_000;
  await scene.syncByHand(worker);

  expect(await scene.database.syncRuns.reverse().toArray()).toMatchObject([
    { isFirst: true, newTitleCount: 5, newTrophies: { bronze: 5 }, outcome: 'complete' },
    { isFirst: true, newTitleCount: 4, newTrophies: { bronze: 4 }, outcome: 'under-way' },
  ]);
});

describe('a stopped sync', () => {
  beforeEach(aStoppedSync);

  test('says how far it came, and nothing wakes it', async () => {
    expect(scene.status).toMatchObject({ state: 'stopped', phase: 'trophies', total: 6 });
    expect(scene.alarm).toBeNull();
    scene.now += 3_600_000;
    await scene.wake();
    expect(scene.psn.asked).toStrictEqual([]);
    expect(scene.status).toMatchObject({ state: 'stopped', total: 6 });
  });

  test('is taken up where it was', async () => {
    await scene.syncByHand(worker);

    expect(asked('titles')).toStrictEqual([]);
    expect((await scene.contents()).sets).toHaveLength(6);
    expect(scene.status).toStrictEqual({ state: 'idle' });
  });

  test('gives way to the day’s', async () => {
    scene.now += 60_000;
    await scene.syncDaily(worker);

    expect(asked('titles')).toHaveLength(1);
    expect(scene.status).toStrictEqual({ state: 'idle' });
  });

  test.each([
    ['as ever', {}],
    ['offline', { isOnline: false }],
    ['with the budget spent', { budget: 0 }],
  ])('stays stopped when a game is opened (%s): no request, no alarm', async (_, said) => {
    Object.assign(scene, said);
    await open(5);
    scene.now += 3_600_000;
    await scene.wake();
    Object.assign(scene, { isOnline: true, budget: 300 });
    await scene.wake();

    expect(scene.psn.asked).toStrictEqual([]);
    expect(scene.preparations).toBe(1);
    expect(scene.alarms).toStrictEqual([]);
    expect(scene.status.state).toBe('stopped');
  });

  test('gives one game by name, and stays stopped', async () => {
    await fetchGame(5);

    expect(scene.psn.asked).toStrictEqual(TROPHIES_OF_5());
    expect(scene.reports.some(({ state }) => state === 'running')).toBe(true);
    expect(scene.status.state).toBe('stopped');
    expect(scene.alarm).toBeNull();
    expect(await scene.database.syncRequests.count()).toBe(0);
    await scene.syncByHand(worker);
    expect(new Set(scene.psn.asked).size).toBe(scene.psn.asked.length);
  });

  test.each([
    ['offline', { isOnline: false }, 60_000],
    ['with the budget spent', { budget: 0 }, 900_000],
  ])('has a game wait that is asked for %s, with one alarm', async (_, said, wait) => {
    Object.assign(scene, said);
    await fetchGame(5);
    await scene.wake();

    expect(scene.psn.asked).toStrictEqual([]);
    expect(
      new Set(scene.alarms.filter((at) => at !== scene.now + 60_000 || wait === 60_000)),
    ).toEqual(new Set([scene.now + wait]));
    expect(scene.alarm).toBe(scene.now + wait);
    expect(scene.status.state).toBe('stopped');

    Object.assign(scene, { isOnline: true, budget: 300 });
    await scene.wakeByAlarm();
    expect(scene.psn.asked).toStrictEqual(TROPHIES_OF_5());
    expect(scene.alarm).toBeNull();
    expect(scene.status.state).toBe('stopped');
  });

  test('wakes ever less often for a game while the device is offline', async () => {
    scene.isOnline = false;
    await fetchGame(5);
    const waits: number[] = [];
    for (let tries = 0; tries < 5; tries++) {
      waits.push(((scene.alarm ?? 0) - scene.now) / 60_000);
      await scene.wakeByAlarm();
    }

    expect(waits).toStrictEqual([1, 5, 15, 60, 60]);
    expect(scene.psn.asked).toStrictEqual([]);
  });

  test.each([true, false])(
    'leaves Sony alone when one game has met its pause, whatever is asked for (named: %s)',
    async (isNamed) => {
      const until = scene.now + 3_600_000;
      scene.psn.failsOn = () =>
        isNamed ? { cause: 'too-many-requests', until } : { cause: 'edge-block' };
      await fetchGame(5);
      await fetchGame(4);
      await worker.requests.chooseGames(new Map([[scene.id(3), 'picked']]));
      // Only the player's click may come from another address.
      if (isNamed) await worker.requests.sync();
      await worker.loop.wake();

      expect(scene.psn.asked).toHaveLength(1);
      expect(scene.status).toMatchObject({ state: 'paused', resumesAt: until });
      expect(scene.alarm).toBe(until);
      scene.psn.failsOn = () => null;
      await scene.wakeByAlarm();
      expect(scene.status.state).toBe('idle');
    },
  );

  test.each<[Failure, number]>([
    [{ cause: 'not-found' }, 1],
    [{ cause: 'sony-down' }, 3],
  ])(
    'notes of a game that Sony does not give (%o) that it is not to be had',
    async (failure, tries) => {
      scene.psn.failsOn = () => failure;
      await fetchGame(5);
      for (let each = 1; each < tries; each++) await scene.wakeByAlarm();

      expect(scene.psn.asked).toHaveLength(tries);
      expect(scene.alarm).toBeNull();
      expect(scene.status.state).toBe('stopped');
      expect(await scene.database.unreadRows.toArray()).toMatchObject([
        { npCommunicationId: scene.id(5), cause: failure.cause },
      ]);
    },
  );

  test('gives a game that was asked for twice once, and none that it does not know', async () => {
    await worker.requests.fetchGame(scene.id(5));
    await fetchGame(5);
    await fetchGame(99);

    expect(scene.psn.asked).toStrictEqual(TROPHIES_OF_5());
    expect(await scene.database.syncRequests.count()).toBe(0);
  });
});

test('a sync that waits for the budget can be stopped, and stays so', async () => {
  aRecentLibrary(scene, 6);
  scene.budget = 28;
  await scene.syncByHand(worker);
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'own-pause' } });

  await worker.requests.stop();
  await worker.loop.wake();
  expect(scene.status.state).toBe('stopped');
  expect(scene.alarm).toBeNull();
  scene.budget = 300;
  scene.now += 900_000;
  await scene.wake();

  expect(scene.status.state).toBe('stopped');
});

test('a stop ends a wait for the connection at once, and lets go of the lock', async () => {
  aRecentLibrary(scene, 1);
  await scene.syncByHand(worker);
  scene.psn.asked.length = 0;
  scene.beforePrepare = () => new Promise(() => undefined);
  void worker.requests.sync();
  await expect.poll(() => scene.preparations).toBe(2);

  await worker.requests.stop();
  await worker.loop.wake();

  expect(scene.status.state).toBe('stopped');
  expect(scene.psn.asked).toStrictEqual([]);
});

test('a game by name in a sync that is not stopped comes first in it', async () => {
  aRecentLibrary(scene, 6);
  scene.budget = 28;
  await scene.syncByHand(worker);
  const before = scene.psn.asked.length;

  await fetchGame(6);

  expect(scene.psn.asked.slice(before)).toStrictEqual([
    ...(before < 28 ? [`definitions ${scene.id(6)}`, `earned ${scene.id(6)}`] : []),
  ]);
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'own-pause' } });
});
