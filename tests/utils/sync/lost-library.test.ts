/** @module-tag slow */

import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { MortalWorker } from '../../support/mortal-worker';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

let scene: SyncScene;

beforeEach(async () => {
  scene = await aSyncedScene();
});

/** Two games, all of them fetched; the connection knows whose they are. */
async function aSyncedScene(): Promise<SyncScene> {
  const synced = new SyncScene();
  aRecentLibrary(synced, 2);
  await synced.syncByHand();
  return synced;
}

/** The browser loses the database, and nothing else. */
function lose({ database }: SyncScene): Promise<void> {
  return Dexie.delete(database.name);
}

async function lostAt({ database } = scene): Promise<number | null> {
  return (await database.overview.get('library'))?.lostAt ?? null;
}

test('a library that was never lost says nothing of it', async () => {
  await scene.syncDaily();

  expect(await lostAt()).toBeNull();
});

test('one that was lost between two syncs says so in the next, and from then on', async () => {
  const worker = scene.worker();
  await worker.requests.chooseGames(new Map([[scene.id(1), 'picked']]));
  await worker.loop.wake();
  await lose(scene);
  await scene.syncDaily();
  const foundAt = scene.now;
  expect(await lostAt()).toBe(foundAt);

  await scene.syncByHand();
  await scene.syncDaily();

  expect(await lostAt()).toBe(foundAt);
  expect(await scene.database.titles.count()).toBe(2);
  expect(await scene.database.playerItems.count()).toBe(0);
  expect(scene.snapshot).toMatchObject({ titleCount: 2, hasChosen: false });
});

test('another account’s first library is not taken for it', async () => {
  scene.snapshot = { ...scene.snapshot, player: await scene.psn.player('2') };
  await lose(scene);
  await scene.syncByHand();

  expect(await lostAt()).toBeNull();
});

test('what the player knows is not said again', async () => {
  await lose(scene);
  await scene.syncByHand();
  await scene.worker().requests.acknowledgeLoss();
  expect(await lostAt()).toBeNull();
  await scene.syncDaily();

  expect(await lostAt()).toBeNull();
});

test('the loss is noted, at whatever call the worker dies before it publishes anew', async () => {
  let isAnew = false;
  for (let lives = 0; !isAnew; lives++) {
    const dying = await aSyncedScene();
    await lose(dying);
    const life = new MortalWorker(lives);
    await Promise.race([dying.syncByHand(dying.worker(life)), life.death]);
    isAnew = dying.snapshot.titleCount === 0;
    await dying.syncByHand();

    expect(await lostAt(dying)).toBe(dying.now);
  }
});
