import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { carryOnRestoring, restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { exclusively } from '@/utils/browser/exclusively';
import { createStaging } from '@/utils/database/staging';
import { eraseDatabases } from '@/utils/database/erase';
import { openForSync } from '@/utils/database/library-access';
import { openLibrary } from '@/utils/database/open-library';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { databases } from '../../support/carry-over-scene';
import { NO_COPIES } from '@/utils/domain/copies/copies-record';
import { publish } from '../../support/publish-status';
import { saved } from '../../support/restoring';
import {
  aBackground,
  contentIn,
  planned,
  publishRunning,
  SEEN,
  staged,
  stagedOfNone,
  stepOfPlan,
  wish,
} from '../../support/staged-copy';
import { connected } from '../../support/statuses';
import type { SyncScene } from '../../support/sync-scene';

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Somebody waits for this lock. */
async function isAwaited(lock: string): Promise<void> {
  const isPending = async (): Promise<boolean> =>
    (await navigator.locks.query()).pending?.some(({ name }) => name === lock) === true;
  await expect.poll(isPending).toBe(true);
}

/** Sony's answer to this waits until it is let go. */
function waitsFor({ psn }: SyncScene, method: 'titles' | 'playedGames') {
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const answers = psn[method].bind(psn) as (...args: unknown[]) => Promise<unknown>;
  const late = async (...args: unknown[]): Promise<unknown> => {
    asked.resolve();
    await answer.promise;
    return answers(...args);
  };
  vi.spyOn(psn, method).mockImplementation(late as never);
  return { asked: asked.promise, letGo: answer.resolve };
}

describe('a copy that is restored in the middle of a sync', () => {
  test('is what the library is then, whatever is answered later, and the sync goes on from it', async () => {
    const { scene, copied } = await staged();
    scene.earn(2, 1);
    const sony = waitsFor(scene, 'titles');
    const worker = scene.worker(undefined, exclusively);
    const syncing = scene.syncByHand(worker);
    await sony.asked;
    const { background } = aBackground(() => worker.loop.interrupt());
    await restoreCopy(background, SEEN);
    // The next pass has begun by then, and has its report.
    expect({ ...(await contentIn(scene)), syncRuns: [] }).toEqual({ ...copied, syncRuns: [] });

    sony.letGo();
    await syncing;
    await scene.syncByHand();
    expect(await scene.title(2)).toMatchObject({ progress: 100, status: 'backlog' });
    expect(await scene.title(1)).toMatchObject({ choice: 'picked' });
    expect(await scene.database.playerItems.toArray()).toEqual(copied['playerItems']);
  });

  test('is not restored over what the sync has stored since the player looked, but when they have looked again', async () => {
    const { scene } = await staged();
    const file = await saved(scene);
    scene.earn(2, 1);
    const sony = waitsFor(scene, 'playedGames');
    const worker = scene.worker(undefined, exclusively);
    const syncing = scene.syncByHand(worker);
    await sony.asked;
    const { background } = aBackground(() => worker.loop.interrupt());
    await expect(restoreCopy(background, SEEN)).rejects.toMatchObject({
      failure: { during: 'changed-meanwhile' },
    });
    sony.letGo();
    await syncing;
    expect(await scene.title(1)).toBeDefined();
    await planned(file, scene);
    await restoreCopy(background, SEEN);
    expect(await stepOfPlan()).toBe('done');
  });
});

/** This database takes nothing more once it has taken so many rows. */
function isFullAfter(rows: number, { database }: { database: { name: string } }): void {
  let stored = 0;
  for (const method of ['put', 'add'] as const) {
    const store = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method)?.value as (
      ...args: unknown[]
    ) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const isOfLibrary = this.transaction.db.name === database.name;
      if (isOfLibrary && stored++ >= rows) throw new DOMException('no room', 'QuotaExceededError');
      return store.apply(this, args);
    });
  }
}

describe('where there is no room', () => {
  test('the library stays as it was, and that is said, however far the restoring was', async () => {
    const { scene, before } = await staged();
    const { background } = aBackground();
    for (const rows of [0, 1]) {
      isFullAfter(rows, scene);
      await expect(restoreCopy(background, SEEN)).rejects.toMatchObject({
        failure: { cause: 'storage-full' },
      });
      vi.restoreAllMocks();
      expect(await contentIn(scene)).toEqual(before);
      expect(await stepOfPlan()).toBe('staged');
    }
    await restoreCopy(background, SEEN);
    expect(await stepOfPlan()).toBe('done');
  });

  test('not even for how far it is, nothing is restored later without being asked for', async () => {
    const { scene, before } = await staged();
    const { background, asked } = aBackground();
    const estimate = vi.spyOn(navigator.storage, 'estimate');
    // The wish still found room.
    vi.spyOn(background.sync, 'interrupt').mockImplementation(() => {
      estimate.mockResolvedValue({ usage: 100, quota: 100 });
      isFullAfter(0, { database: { name: OTHER_DATABASES.restore } });
    });
    await expect(restoreCopy(background, SEEN)).rejects.toMatchObject({
      failure: { cause: 'storage-full' },
    });
    vi.restoreAllMocks();
    expect(await stepOfPlan()).toBeNull();
    await carryOnRestoring(background);
    expect(await contentIn(scene)).toEqual(before);
    expect(asked).toEqual([]);
  });

  test('no library comes to be of an account that had none', async () => {
    const { scene } = await stagedOfNone();
    const { background } = aBackground();
    isFullAfter(4, scene);
    await expect(restoreCopy(background, SEEN)).rejects.toMatchObject({
      failure: { cause: 'storage-full' },
    });
    vi.restoreAllMocks();
    expect(await databases()).toEqual([OTHER_DATABASES.restore]);
    expect(await fakeBrowser.storage.local.get('shownLibrary')).toEqual({});
  });
});

describe('an erase', () => {
  /** As an erase does, once it has its turn. */
  function erase(): Promise<void> {
    return exclusively('sync', eraseDatabases);
  }

  test.each(['before', 'after'])(
    'that is asked for %s a restoring leaves nothing',
    async (turn) => {
      const { scene } = await staged();
      scene.database.close();
      const { background } = aBackground();
      const order = [() => restoreCopy(background, SEEN), erase];
      if (turn === 'before') order.reverse();
      await Promise.allSettled(order.map((begin) => begin()));
      expect(await databases()).toEqual([]);
    },
  );

  test('that has begun is waited for before a copy is read', async () => {
    const held = Promise.withResolvers<void>();
    const erasing = navigator.locks.request('databases', () => held.promise);
    const making = createStaging(OTHER_DATABASES.restore);
    await isAwaited('databases');
    expect(await databases()).toEqual([]);
    held.resolve();
    const [staging] = await Promise.all([making, erasing]);
    staging.close();
    expect(await databases()).toEqual([OTHER_DATABASES.restore]);
  });
});

describe('the way back from a library that was new', () => {
  async function aNewLibrary() {
    const { scene } = await stagedOfNone();
    const { background } = aBackground();
    await restoreCopy(background, SEEN);
    return { scene, background };
  }

  test('waits for an attempt to connect, and leaves what that account has by then', async () => {
    const { scene, background } = await aNewLibrary();
    const { accountId } = scene;
    const connects = Promise.withResolvers<void>();
    const connecting = exclusively('connecting', async () => {
      await connects.promise;
      await publish({ connection: connected({ accountId }) });
    });
    const undoing = undoRestore(background);
    await isAwaited('connecting');
    connects.resolve();
    await Promise.all([connecting, undoing]);
    expect(await databases()).toEqual([scene.database.name]);
    expect(await stepOfPlan()).toBeNull();
  });

  test('leaves what came of its account since, also where another one is connected by now', async () => {
    const { scene, background } = await aNewLibrary();
    scene.now += 60_000;
    await scene.syncByHand();
    await publish({ connection: connected({ accountId: String(Number(scene.accountId) + 500) }) });
    await undoRestore(background);
    const library = await openLibrary(scene.accountId);
    expect(await library?.syncRuns.count()).toBe(1);
    library?.close();
  });
});

describe('what the player changes once all is written, and the worker has died', () => {
  test('is not taken for a library that was changed before', async () => {
    const { scene } = await staged();
    const { background } = aBackground();
    await restoreCopy(background, SEEN);
    await wish('wanted');
    const of = { npCommunicationId: scene.id(2), trophyId: 0 };
    await scene.worker().requests.annotateTrophy({ ...of, note: 'After it' });
    const since = await contentIn(scene);
    await restoreCopy(background, SEEN);
    expect(await contentIn(scene)).toEqual(since);
    expect(await stepOfPlan()).toBe('done');
  });

  test('is not taken for one either where a sync comes first, which asks for no more than ever', async () => {
    const { scene } = await staged();
    const { background } = aBackground();
    await restoreCopy(background, SEEN);
    await wish('wanted');
    scene.earn(2, 1);
    const asked = await scene.database.syncRequests.count();
    const making = {
      now: () => scene.now,
      outliving: { snapshot: scene.snapshot, copies: NO_COPIES },
    };
    const library = await openForSync(scene.accountId, making, new AbortController().signal);
    library.close();
    expect(await scene.database.syncRequests.count()).toBe(asked);
    await scene.syncByHand();
    const since = await contentIn(scene);
    await restoreCopy(background, SEEN);
    expect(await contentIn(scene)).toEqual(since);
    expect(await stepOfPlan()).toBe('done');
  });

  test('is not taken back with the copy', async () => {
    const { scene } = await staged();
    await publishRunning(scene);
    const { background } = aBackground();
    await restoreCopy(background, SEEN);
    const sync = background.library.sync.bind(background.library);
    background.library.sync = () => Promise.reject(new Error('died'));
    await expect(undoRestore(background)).rejects.toThrow('died');
    const of = { npCommunicationId: scene.id(2), trophyId: 0 };
    await scene.worker().requests.annotateTrophy({ ...of, note: 'After it' });
    // What Sony says is put back whatever it is by then, so only this tells that nothing was.
    scene.earn(1, 1);
    await scene.syncByHand();
    const since = await contentIn(scene);
    background.library.sync = sync;
    await carryOnRestoring(background);
    expect(await contentIn(scene)).toEqual(since);
    expect(await stepOfPlan()).toBeNull();
  });
});
