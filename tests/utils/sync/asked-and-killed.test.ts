/** @module-tag slow */

import { expect } from 'vitest';
import { copiesOf } from '../../support/copy-scene';
import { MortalWorker } from '../../support/mortal-worker';
import { aRecentLibrary, SyncScene, type SceneWorker } from '../../support/sync-scene';
import { testEvery } from '../../support/test-every';

/** A library that is in line with Sony's, two games picked and one not; the tokens of its sync have come and gone. */
async function aSyncedScene(): Promise<SyncScene> {
  const scene = new SyncScene();
  scene.addTitle({ n: 9, daysAgo: 300 });
  aRecentLibrary(scene, 2);
  scene.addLatest();
  await scene.syncByHand();
  scene.psn.asked.length = 0;
  return scene;
}

/** The same after the player has stopped a sync that had just begun. */
async function aStoppedScene(): Promise<SyncScene> {
  const scene = await aSyncedScene();
  scene.earn(1, 1);
  scene.earn(2, 1);
  await scene.syncAndStopAt('played 0');
  expect(scene.status.state).toBe('stopped');
  return scene;
}

interface Asked {
  from: () => Promise<SyncScene>;
  ask: (worker: SceneWorker, scene: SyncScene) => Promise<void>;
  /** What has to have been asked of Sony in the end. */
  fetched: (scene: SyncScene) => string[];
  ends: 'idle' | 'stopped';
}

const REQUESTS: Record<string, Asked> = {
  sync: {
    from: aSyncedScene,
    ask: ({ requests }) => requests.sync(),
    fetched: () => ['titles 0', 'played 0'],
    ends: 'idle',
  },
  'a sync of a stopped one': {
    from: aStoppedScene,
    ask: ({ requests }) => requests.sync(),
    fetched: (scene) => [`earned ${scene.id(1)}`, `earned ${scene.id(2)}`],
    ends: 'idle',
  },
  'opening a game': {
    from: aSyncedScene,
    ask: ({ requests }, scene) => requests.openGame(scene.id(9)),
    fetched: (scene) => [`definitions ${scene.id(9)}`, `earned ${scene.id(9)}`],
    ends: 'idle',
  },
  'fetching a game beside a stopped one': {
    from: aStoppedScene,
    ask: ({ requests }, scene) => requests.fetchGame(scene.id(9)),
    fetched: (scene) => [`definitions ${scene.id(9)}`, `earned ${scene.id(9)}`],
    ends: 'stopped',
  },
  picking: {
    from: aSyncedScene,
    ask: ({ requests }, scene) => requests.chooseGames(new Map([[scene.id(9), 'picked']])),
    fetched: (scene) => [`definitions ${scene.id(9)}`, `earned ${scene.id(9)}`],
    ends: 'idle',
  },
};

/** Asks in a worker that dies at its nth call; and whoever wakes next carries it out. */
async function askedAndKilled(
  { ask }: Asked,
  scene: SyncScene,
  life: MortalWorker,
): Promise<boolean> {
  const worker = scene.worker(life);
  let isStored = false;
  const asking = ask(worker, scene).then(async () => {
    isStored = true;
    await worker.loop.wake();
  });
  await Promise.race([asking, life.death]);
  await scene.wake();
  return isStored;
}

/** Has a worker die at every so manieth of its calls. */
async function survivesDeaths(asked: Asked, step: number): Promise<void> {
  const copy = await copiesOf(await asked.from());
  const whole = new MortalWorker(Infinity);
  const undisturbed = await copy();
  await askedAndKilled(asked, undisturbed, whole);
  const contents = await undisturbed.contents();
  for (let lives = 0; lives < whole.calls; lives += step) {
    const scene = await copy();
    const isStored = await askedAndKilled(asked, scene, new MortalWorker(lives));

    if (isStored) {
      expect(scene.psn.asked).toEqual(expect.arrayContaining(asked.fetched(scene)));
      expect(await scene.contents()).toStrictEqual(contents);
      expect(scene.status.state).toBe(asked.ends);
    }
    expect(scene.psn.asked.length).toBeLessThanOrEqual(undisturbed.psn.asked.length + 2);
    expect(await scene.database.syncRequests.count()).toBe(0);
    await scene.database.delete();
  }
}

for (const [name, asked] of Object.entries(REQUESTS)) {
  testEvery(
    `${name}, once it is stored, is carried out, where the worker dies at %s call`,
    (step) => survivesDeaths(asked, step),
  );
}

testEvery('a stop, once it is stored, holds, where the worker dies at %s call', async (step) => {
  const earned = await aSyncedScene();
  earned.earn(1, 1);
  earned.earn(2, 1);
  const copy = await copiesOf(earned);
  const stop = async (scene: SyncScene, life: MortalWorker): Promise<boolean> => {
    const worker = scene.worker(life);
    let isStored = false;
    const noteStored = (): void => {
      isStored = true;
    };
    const stopping = scene.syncAndStopAt(`earned ${scene.id(1)}`, worker, noteStored);
    await Promise.race([stopping, life.death]);
    scene.psn.failsOn = () => null;
    await scene.wake();
    return isStored;
  };
  const whole = new MortalWorker(Infinity);
  await stop(await copy(), whole);
  let stopped = 0;
  for (let lives = 0; lives < whole.calls; lives += step) {
    const scene = await copy();
    const isStored = await stop(scene, new MortalWorker(lives));
    if (isStored) stopped++;
    if (isStored) expect(scene.status.state).toBe('stopped');
    expect(await scene.database.syncRequests.count()).toBe(0);
    await scene.database.delete();
  }
  expect(stopped).toBeGreaterThan(step === 1 ? 3 : 0);
});
