import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { restoreCopy } from '@/entrypoints/background/restore-copy';
import { syncPortsOf } from '@/entrypoints/background/sync-environment';
import { exclusively } from '@/utils/browser/exclusively';
import { CopyToRestore } from '@/utils/copy-worker/restore-copy';
import { comparedUntil, restSyncs } from '@/utils/database/comparing-lock';
import { eraseDatabases } from '@/utils/database/erase';
import { openForSync } from '@/utils/database/library-access';
import { DAY } from '@/utils/domain/time-units';
import { NO_COPIES } from '@/utils/domain/copies/copies-record';
import { publish } from '../../support/publish-status';
import { fillLibrary, saved } from '../../support/restoring';
import {
  aBackground,
  aNewScene,
  contentIn,
  planned,
  SEEN,
  staged,
  stagedOfNone,
  stepOfPlan,
} from '../../support/staged-copy';
import { aSnapshot, connected } from '../../support/statuses';
import type { SyncScene } from '../../support/sync-scene';

const OURS = '4123';

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('while the player looks at what a copy would do', () => {
  test('a sync rests, so that nothing but the player changes the library, and goes on afterwards', async () => {
    const { scene, copied } = await staged();
    const file = await saved(scene);
    scene.earn(2, 1);
    const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const titles = scene.psn.titles.bind(scene.psn);
    const asking = vi.spyOn(scene.psn, 'titles').mockImplementation(async (...args) => {
      asked.resolve();
      await answer.promise;
      return titles(...args);
    });
    const worker = scene.worker(undefined, exclusively);
    const syncing = scene.syncByHand(worker);
    await asked.promise;
    const copy = await CopyToRestore.read(file, () => undefined);
    const planning = copy.plan({ way: 'replace', now: scene.now, mark: SEEN });
    await expect.poll(() => comparedUntil(scene.accountId)).not.toBeNull();
    answer.resolve();
    // It is compared with what that one answer has brought.
    await Promise.all([planning, syncing]);
    expect(asking).toHaveBeenCalledTimes(1);
    await scene.wake(worker);
    expect(asking).toHaveBeenCalledTimes(1);
    await restoreCopy(aBackground().background, SEEN);
    expect((await contentIn(scene))['playerItems']).not.toEqual(copied['playerItems']);
    expect(await stepOfPlan()).toBe('done');

    copy.close();
    await expect.poll(() => comparedUntil(scene.accountId)).toBeNull();
    await scene.syncByHand(worker);
    expect(scene.status.state).toBe('idle');
    expect(await scene.title(2)).toMatchObject({ progress: 100 });
  });

  test('the background syncs nobody, and an alarm has it look again', async () => {
    const fromThisDevice = (instant: number): number => instant + 1e9;
    const clock = { now: () => fromThisDevice(Date.now()), fromThisDevice };
    const ports = syncPortsOf({ clock } as Parameters<typeof syncPortsOf>[0]);
    await publish({ connection: connected({ accountId: OURS }) });
    expect(await ports.atRest(OURS)).toBeNull();
    expect(await fakeBrowser.alarms.get('sync')).toBeUndefined();
    const letSync = await restSyncs(OURS);
    const rest = await ports.atRest(OURS);
    expect(rest).toMatchObject({ cursor: null, requests: [] });
    expect(Math.abs(rest!.until - clock.now() - 5 * 60_000)).toBeLessThan(5_000);
    expect(await fakeBrowser.alarms.get('sync')).toBeDefined();
    letSync();
    await expect.poll(() => ports.atRest(OURS)).toBeNull();
  });

  test('a page that is left open at it keeps nobody from syncing for long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await restSyncs(OURS);
    expect(await comparedUntil(OURS)).not.toBeNull();
    vi.advanceTimersByTime(5 * 60_000);
    vi.useRealTimers();
    await expect.poll(() => comparedUntil(OURS)).toBeNull();
  });

  test.each([5 * 60_000, -3 * DAY])(
    'nor does one that is frozen with it, or a clock that was put back (%s)',
    async (later) => {
      // No timer of the page’s comes any more.
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const letSync = await restSyncs(OURS);
      vi.spyOn(Date, 'now').mockReturnValue(Date.now() + later);
      expect(await comparedUntil(OURS)).toBeNull();
      letSync();
    },
  );

  test('a page holds nothing that a sync waits for while it waits for a step of one', async () => {
    const ended = Promise.withResolvers<void>();
    const syncing = exclusively('sync', () => ended.promise);
    const resting = restSyncs(OURS);
    await expect.poll(() => comparedUntil(OURS)).not.toBeNull();
    const { pending = [] } = await navigator.locks.query();
    expect(pending.filter(({ name }) => name === 'sync')).toEqual([]);
    ended.resolve();
    await syncing;
    (await resting)();
  });

  test('what rests does not wait for a sync that never ends its step', async () => {
    const [held, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const syncing = exclusively('sync', () => {
      held.resolve();
      return ended.promise;
    });
    await held.promise;
    const patience = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const letSync = await restSyncs(OURS);
    expect(patience).toHaveBeenCalledOnce();
    letSync();
    ended.resolve();
    await syncing;
  });
});

/** The player has deleted a note that the copy has. */
async function stagedWithDeletion(deletedAt?: number): Promise<SyncScene> {
  const scene = aNewScene();
  await fillLibrary(scene);
  const file = await saved(scene);
  const of = { npCommunicationId: scene.id(1), trophyId: 0 };
  await scene.worker().requests.annotateTrophy({ ...of, note: '' });
  const key = ['note', scene.id(1), 0] as const;
  const item = (await scene.database.playerItems.get([...key]))!;
  delete item.deletedAt;
  const { database } = scene;
  const dated = { ...item, ...(deletedAt !== undefined && { deletedAt }) };
  await database.table('playerItems').put(dated);
  await planned(file, scene);
  return scene;
}

const UNCHANGED: Record<string, () => Promise<SyncScene>> = {
  async 'the popup was opened'() {
    const { scene } = await staged();
    await scene.worker().requests.noteNewsSeen(scene.now);
    return scene;
  },
  async 'the player was told that a library was lost'() {
    const { scene } = await staged();
    await scene.database.overview.update('library', { lostAt: scene.now });
    return scene;
  },
  async 'a sync has found whether anything is missing'() {
    const { scene } = await staged();
    await scene.database.overview.update('library', { nothingMissing: null, earningsFilledTo: '' });
    return scene;
  },
  async 'a deletion was dated'() {
    const scene = await stagedWithDeletion();
    await scene.worker().requests.forgetDeletions();
    expect(await scene.database.playerItems.get(['note', scene.id(1), 0])).toHaveProperty(
      'deletedAt',
    );
    return scene;
  },
  async 'a deletion was forgotten'() {
    const scene = await stagedWithDeletion(0);
    scene.now += 400 * DAY;
    await scene.worker().requests.forgetDeletions();
    expect(await scene.database.playerItems.get(['note', scene.id(1), 0])).toBeUndefined();
    return scene;
  },
  async 'an empty library was made in the place of one that was lost'() {
    const { scene } = await stagedOfNone();
    const player = { ...aSnapshot().player!, accountId: scene.accountId };
    const snapshot = { ...aSnapshot(), player, lastSyncedAt: scene.now };
    const making = { now: () => scene.now, outliving: { snapshot, copies: NO_COPIES } };
    const library = await openForSync(scene.accountId, making, new AbortController().signal);
    library.close();
    await scene.database.open();
    expect(await scene.database.overview.get('library')).toMatchObject({ lostAt: scene.now });
    return scene;
  },
};

test.each(Object.keys(UNCHANGED))(
  'a copy is restored, and not said to find another library, where meanwhile %s',
  async (what) => {
    const scene = await UNCHANGED[what]!();
    const { newsSeenUpTo } = (await scene.database.overview.get('library'))!;
    await restoreCopy(aBackground().background, SEEN);
    expect(await stepOfPlan()).toBe('done');
    const note = await scene.database.playerItems.get(['note', scene.id(1), 0]);
    expect(note?.value).toBe('After the lighthouse');
    const overview = (await scene.database.overview.get('library'))!;
    expect(overview).toMatchObject({ lostAt: null, newsSeenUpTo });
  },
);

test.each(['deleted', 'picked for the first time'])(
  'a copy is not restored over what the player has %s meanwhile',
  async (what) => {
    const { scene } = await staged();
    const { requests } = scene.worker();
    const of = { npCommunicationId: scene.id(2), trophyId: 0 };
    if (what === 'deleted') await requests.annotateTrophy({ ...of, note: '' });
    else await scene.database.overview.update('library', { hasPicks: false, hasChosen: false });
    const before = await contentIn(scene);
    await expect(restoreCopy(aBackground().background, SEEN)).rejects.toMatchObject({
      failure: { during: 'changed-meanwhile' },
    });
    expect(await contentIn(scene)).toEqual(before);
  },
);
