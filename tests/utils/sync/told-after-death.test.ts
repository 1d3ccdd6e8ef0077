/** @module-tag slow */

import { expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import { copiesOf } from '../../support/copy-scene';
import { MortalWorker } from '../../support/mortal-worker';
import { aRecentLibrary, SyncScene, type SceneWorker } from '../../support/sync-scene';

const EDGE_BLOCK: Failure = { cause: 'edge-block', during: 'titles', status: 403 };

/** A library that is in line with Sony's, whose edge refuses everything from here on. */
async function aRefusedScene(): Promise<SyncScene> {
  const scene = new SyncScene();
  scene.addTitle({ n: 9, daysAgo: 300 });
  aRecentLibrary(scene, 2);
  await scene.syncByHand();
  return scene;
}

/** The same, with a sync that the player has stopped before. */
async function aStoppedScene(): Promise<SyncScene> {
  const scene = await aRefusedScene();
  await scene.syncAndStopAt('titles 0');
  return scene;
}

const WAITS: Record<
  string,
  {
    from: () => Promise<SyncScene>;
    ask: (worker: SceneWorker, scene: SyncScene) => Promise<void>;
    told: 'paused' | 'stopped';
  }
> = {
  'a sync': { from: aRefusedScene, ask: ({ requests }) => requests.sync(), told: 'paused' },
  'a game beside a stopped one': {
    from: aStoppedScene,
    ask: ({ requests }, scene) => requests.fetchGame(scene.id(9)),
    told: 'stopped',
  },
};

test.each(Object.entries(WAITS))(
  '%s that has to wait is not said to be running, at whatever call the worker dies',
  { timeout: 120_000 },
  async (_, { from, ask, told }) => {
    const copy = await copiesOf(await from());
    const askAndWake = async (scene: SyncScene, life: MortalWorker): Promise<void> => {
      scene.psn.failsOn = () => EDGE_BLOCK;
      const worker = scene.worker(life);
      const asking = ask(worker, scene).then(() => worker.loop.wake());
      await Promise.race([asking, life.death]);
      await scene.wake();
    };
    const whole = new MortalWorker(Infinity);
    await askAndWake(await copy(), whole);
    for (let lives = 0; lives < whole.calls; lives++) {
      const scene = await copy();
      await askAndWake(scene, new MortalWorker(lives));

      const cursors = await scene.database.syncCursor.count();
      expect(scene.status.state).toBe(cursors === 0 ? 'idle' : told);
      await scene.database.delete();
    }
  },
);
