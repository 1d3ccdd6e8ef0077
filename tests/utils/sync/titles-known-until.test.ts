/** @module-tag slow */

import { expect, test } from 'vitest';
import { titlesKnownAt } from '@/utils/domain/numbers/last-known-day';
import { RESERVE } from '@/utils/domain/sync/budget';
import { aNewRun } from '@/utils/domain/sync/sync-run';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const HOUR = 3_600_000;
const WEEKEND = 60 * HOUR;
/** Lists, the ten latest games and a match: enough for a first sync to come as far as its trophies. */
const SOME = 8;

function aScene(): SyncScene {
  const scene = new SyncScene();
  aRecentLibrary(scene, 12);
  return scene;
}

test('a sync that ends days after its lists knows nothing of these days', async () => {
  const scene = aScene();
  const readAt = scene.now;
  scene.budget = SOME + RESERVE;
  await scene.syncByHand();
  expect(scene.status.state).toBe('paused');
  expect(titlesKnownAt(scene.snapshot)).toBe(readAt);

  scene.now += WEEKEND;
  scene.budget = 300;
  await scene.wake();
  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect(scene.snapshot.lastSyncedAt).toBe(readAt + WEEKEND);
  expect(titlesKnownAt(scene.snapshot)).toBe(readAt);
});

test('trophies are known from the list of titles on, also while the played list is not to be had', async () => {
  const scene = aScene();
  await scene.syncByHand();
  const before = scene.now;
  scene.now += WEEKEND;
  scene.psn.failsOn = (asked) => (asked.startsWith('played') ? { cause: 'offline' } : null);
  await scene.syncByHand();

  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'offline' } });
  expect(scene.snapshot.lastSyncedAt).toBe(before);
  expect(titlesKnownAt(scene.snapshot)).toBe(scene.now);
});

test('a sync that had to wait for the list knows what has come while it waited', async () => {
  const scene = aScene();
  scene.isOnline = false;
  scene.psn.failsOn = () => ({ cause: 'offline' });
  await scene.syncByHand();
  expect(titlesKnownAt(scene.snapshot)).toBeNull();

  Object.assign(scene, { now: scene.now + WEEKEND, isOnline: true });
  scene.psn.failsOn = () => null;
  await scene.wake();
  expect(titlesKnownAt(scene.snapshot)).toBe(scene.now);
});

test('of a list that was stopped between two pages nothing is known since it began', async () => {
  const scene = new SyncScene();
  aRecentLibrary(scene, 1_200);
  const began = scene.now;
  scene.psn.failsOn = (asked) => (/^titles [1-9]/.test(asked) ? { cause: 'offline' } : null);
  await scene.syncByHand();
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'offline' } });
  expect(titlesKnownAt(scene.snapshot)).toBeNull();

  scene.now += WEEKEND;
  scene.psn.failsOn = () => null;
  await scene.wake();
  expect(titlesKnownAt(scene.snapshot)).toBe(began);
});

test('what an earlier build has stored says no more than that its last sync began then', () => {
  const lastRun = aNewRun(100, 'by-hand', false);
  const told = { titlesReadAt: null, lastSyncedAt: 900, lastRun };
  expect(titlesKnownAt(told)).toBe(100);
  expect(titlesKnownAt({ ...told, lastRun: null })).toBe(900);
  expect(titlesKnownAt({ ...told, lastSyncedAt: null })).toBeNull();
});
