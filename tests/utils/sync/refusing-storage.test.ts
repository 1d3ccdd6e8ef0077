/** @module-tag slow */

import { expect } from 'vitest';
import { FailureError } from '@/utils/domain/failure';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';
import { testEvery } from '../../support/test-every';

/** The library in the end, and how often it was stored to or read from. */
async function synced(refused: number): Promise<{ scene: SyncScene; calls: number }> {
  const scene = new SyncScene();
  let calls = 0;
  scene.beforeStore = () => {
    if (++calls === refused) throw new FailureError({ cause: 'storage-full' });
  };
  aRecentLibrary(scene, 2);
  await scene.syncByHand();
  if (refused <= calls && scene.status.state !== 'idle') {
    expect(scene.status).toMatchObject({ state: 'blocked', failure: { cause: 'storage-full' } });
    expect(scene.alarm).toBeGreaterThan(scene.now);
  }
  const { now } = scene;
  while (scene.alarm !== null) await scene.wakeByAlarm();
  expect(scene.now - now).toBeLessThanOrEqual(3_600_000);
  return { scene, calls };
}

/** What is stored, without the instants, which a pause moves. */
async function trophiesIn(scene: SyncScene) {
  const { titles, sets, games, cursors, requests } = await scene.contents();
  const untimed = titles.map((title) => ({
    ...title,
    fetched: { ...title.fetched, at: 0, definitionsAt: 0 },
  }));
  return { titles: untimed, sets, games, cursors, requests };
}

testEvery(
  'storage that refuses %s call leaves nothing wrong, and the sync comes back to it',
  async (step) => {
    const { scene: undisturbed, calls } = await synced(Infinity);
    const requests = undisturbed.psn.asked.length;
    const trophies = await trophiesIn(undisturbed);
    for (let refused = 1; refused <= calls; refused += step) {
      const { scene } = await synced(refused);
      expect(scene.status).toStrictEqual({ state: 'idle' });
      expect(await trophiesIn(scene)).toStrictEqual(trophies);
      // The answer that was refused, and the one that was asked meanwhile.
      expect(scene.psn.asked.length).toBeLessThanOrEqual(requests + 2);
      expect(await scene.lastRun()).toMatchObject({ outcome: 'complete' });
      await scene.database.delete();
    }
  },
);
