/** @module-tag slow */

import { beforeEach, expect, test } from 'vitest';
import { RESERVE } from '@/utils/domain/sync/budget';
import { isOfRest } from '@/utils/domain/sync/sync-status';
import { aRecentLibrary, SyncScene, type SceneWorker } from '../../support/sync-scene';

/** Played long ago, and behind the ten that are fetched anyway: of every game these are the rest. */
const OLD = [21, 22, 23, 24, 25, 26];
/** Of the last months: the ten latest come first, and all of them are picked for a start. */
const RECENT = 12;
/** Lists, the ten latest games, three matches, and the other picked ones. */
const PICKED = 4 + 2 * 10 + 3 + 2 * 2;

let scene: SyncScene;
let worker: SceneWorker;

beforeEach(() => {
  scene = new SyncScene();
  scene.everyGame = true;
  for (const n of [...OLD].reverse()) scene.addTitle({ n, daysAgo: 300 + n });
  aRecentLibrary(scene, RECENT);
  worker = scene.worker();
});

function requests(kind: string): string[] {
  return scene.psn.asked.filter((asked) => asked.startsWith(kind));
}

/** A first sync that waits for the budget with so many requests of the rest made. */
async function waitsInRest(made: number): Promise<void> {
  scene.budget = PICKED + made + RESERVE;
  await scene.syncByHand(worker);
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'own-pause' } });
}

function definedAndEarned(n: number): string[] {
  return [`definitions ${scene.id(n)}`, `earned ${scene.id(n)}`];
}

test('a sync is in its rest from the last answer on that the player waits for', async () => {
  await scene.syncByHand(worker);

  const first = scene.reports.findIndex(isOfRest);
  expect(scene.reports[first]).toMatchObject({ state: 'running', phase: 'matching' });
  const later = scene.reports.slice(first).filter(({ state }) => state !== 'idle');
  expect(later.filter((sync) => !isOfRest(sync))).toStrictEqual([]);
  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect(new Set(scene.psn.asked.slice(PICKED))).toStrictEqual(
    new Set([...requests('sets').slice(3), ...OLD.flatMap(definedAndEarned)]),
  );
});

test('what it waits for then nobody waits for: when it was synced is known', async () => {
  await waitsInRest(2);

  expect(scene.status).toMatchObject({ isRest: true, requestsLeft: 2 + 2 * OLD.length - 2 });
  expect(scene.snapshot.lastSyncedAt).toBe(scene.now);
});

test('a sync that has not come so far is not in its rest', async () => {
  scene.budget = PICKED - 1 + RESERVE;
  await scene.syncByHand(worker);

  expect(scene.status.state).toBe('paused');
  expect(isOfRest(scene.status)).toBe(false);
});

test('one that waits before the first request of its rest is in it', async () => {
  await waitsInRest(0);

  expect(isOfRest(scene.status)).toBe(true);
  expect(requests('earned')).toHaveLength(RECENT);
});

test.each([0, 2])(
  'a worker that goes on with it after %i requests says so from its first word on',
  async (made) => {
    await waitsInRest(made);
    scene.reports.length = 0;
    scene.budget = 300;
    await scene.wakeByAlarm();

    expect(scene.reports.length).toBeGreaterThan(1);
    const running = scene.reports.filter(({ state }) => state !== 'idle');
    expect(running.filter((sync) => !isOfRest(sync))).toStrictEqual([]);
    expect(scene.status).toStrictEqual({ state: 'idle' });
  },
);

test('a game that is picked then is waited for, until it is there', async () => {
  await waitsInRest(2);
  Object.assign(scene, { budget: 300, everyGame: false });
  scene.reports.length = 0;
  scene.psn.asked.length = 0;
  await worker.requests.chooseGames(new Map([[scene.id(26), 'picked']]));
  await worker.loop.wake();

  expect(scene.psn.asked.slice(0, 2)).toStrictEqual(definedAndEarned(26));
  const running = scene.reports.filter(({ state }) => state === 'running').map(isOfRest);
  expect(running).toContain(false);
  expect(scene.status).toStrictEqual({ state: 'idle' });
});

test('the player can stop it, and the next sync reads the lists anew and goes on with it', async () => {
  await waitsInRest(2);
  await worker.requests.stop();
  await worker.loop.wake();
  expect(scene.status).toMatchObject({ state: 'stopped', isRest: true });
  scene.now += 900_000;
  scene.psn.asked.length = 0;
  scene.budget = 300;
  await scene.wake();
  expect(scene.psn.asked).toStrictEqual([]);

  await scene.syncByHand(worker);
  expect(scene.psn.asked.slice(0, 2)).toStrictEqual(['titles 0', 'played 0']);
  expect(requests('earned')).toHaveLength(OLD.length);
  expect(scene.status).toStrictEqual({ state: 'idle' });
});
