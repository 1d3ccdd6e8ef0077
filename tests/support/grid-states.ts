import type { GridScene } from './grid-scene';
import { MortalWorker } from './mortal-worker';
import type { OddAnswer } from './rich-sony';

const HOUR = 3_600_000;

/** Where an account stands when an odd answer comes, and what happens beside it. */
export interface GridState {
  /** The library that is synced meanwhile is another account's. */
  isOfOther?: boolean;
  /** Something has changed at Sony. */
  hasChanged: boolean;
  /** The account has no library before. */
  isFirst?: boolean;
  /** Two syncs read the lists: what both say is believed, also that a game is gone. */
  isReadTwice?: boolean;
  run: (scene: GridScene, odd: OddAnswer, seed: number) => Promise<void>;
}

/** A library that is in line with Sony's, eight days ago; and then something has changed there. */
async function atRest(scene: GridScene, hasChanged: boolean): Promise<void> {
  await scene.connect(scene.accountId);
  await scene.syncByHand();
  await scene.passDays(8);
  if (hasChanged) scene.change();
}

async function syncAndGoOn(scene: GridScene, late = 0): Promise<void> {
  await scene.syncByHand();
  await scene.goOn(3, late);
}

/** Does it once, at the first odd answer. */
function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

export const GRID_STATES = {
  'never synced': {
    hasChanged: false,
    isFirst: true,
    run: async (scene, odd) => {
      await scene.connect(scene.accountId);
      await scene.meet(odd);
      await syncAndGoOn(scene);
    },
  },
  'at rest': {
    hasChanged: false,
    run: async (scene, odd) => {
      await atRest(scene, false);
      await scene.meet(odd);
      await syncAndGoOn(scene);
    },
  },
  changed: {
    hasChanged: true,
    run: async (scene, odd) => {
      await atRest(scene, true);
      await scene.meet(odd);
      await syncAndGoOn(scene);
    },
  },
  'a worker that dies': {
    hasChanged: true,
    run: async (scene, odd, seed) => {
      await atRest(scene, true);
      await scene.meet(odd);
      const life = new MortalWorker(1 + (seed % 110));
      await Promise.race([scene.syncByHand(scene.worker(life)), life.death]);
      await scene.wake();
      await scene.goOn(3);
    },
  },
  'a worker that dies in the first sync': {
    hasChanged: false,
    isFirst: true,
    run: async (scene, odd, seed) => {
      await scene.connect(scene.accountId);
      await scene.meet(odd);
      const life = new MortalWorker(1 + (seed % 130));
      await Promise.race([scene.syncByHand(scene.worker(life)), life.death]);
      await scene.wake();
      await scene.goOn(3);
    },
  },
  'another account': {
    hasChanged: true,
    isOfOther: true,
    run: async (scene, odd) => {
      await atRest(scene, true);
      await scene.connect(scene.other.name.replace('trophy-shelf-', ''));
      await scene.meet(odd);
      await syncAndGoOn(scene);
    },
  },
  'connected again': {
    hasChanged: true,
    run: async (scene, odd) => {
      await atRest(scene, true);
      await scene.connect(null);
      await scene.wake();
      await scene.connect(scene.accountId);
      await scene.meet(odd);
      await syncAndGoOn(scene);
    },
  },
  'disconnected meanwhile': {
    hasChanged: true,
    run: async (scene, odd) => {
      await atRest(scene, true);
      const worker = scene.worker();
      const leave = once(() => {
        void scene.connect(null);
        worker.loop.interrupt();
      });
      await scene.meet(odd, leave);
      await scene.syncByHand(worker);
      await scene.meet(odd);
      await scene.connect(scene.accountId);
      await scene.wake();
      await scene.goOn(3);
    },
  },
  'a second wake meanwhile': {
    hasChanged: true,
    isReadTwice: true,
    run: async (scene, odd) => {
      await atRest(scene, true);
      const worker = scene.worker();
      let asked: Promise<void> = Promise.resolve();
      const ask = once(() => {
        asked = worker.requests.sync().then(() => worker.loop.wake());
        void worker.loop.wake();
      });
      await scene.meet(odd, ask);
      await scene.syncByHand(worker);
      await asked;
      await scene.goOn(3);
    },
  },
  'a refused request meanwhile': {
    hasChanged: true,
    run: async (scene, odd, seed) => {
      await atRest(scene, true);
      const refusal = seed % 2 === 0 ? '429' : '429-without-header';
      await scene.meet(
        odd,
        once(() => void (scene.rich.nextRefusal = refusal)),
      );
      await syncAndGoOn(scene);
    },
  },
  'an alarm that comes late': {
    hasChanged: true,
    run: async (scene, odd) => {
      await atRest(scene, true);
      await scene.meet(odd);
      await syncAndGoOn(scene, 30 * HOUR);
    },
  },
  'stopped by the player meanwhile': {
    hasChanged: true,
    run: async (scene, odd) => {
      await atRest(scene, true);
      const worker = scene.worker();
      let stopped: Promise<void> = Promise.resolve();
      await scene.meet(
        odd,
        once(() => void (stopped = worker.requests.stop())),
      );
      await scene.syncByHand(worker);
      await stopped;
      await worker.loop.wake();
      await syncAndGoOn(scene);
    },
  },
} as const satisfies Record<string, GridState>;

export type GridStateName = keyof typeof GRID_STATES;
