import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { DexieSyncStore } from '@/utils/database/sync-store';
import { unpacked } from '@/utils/database/packed-set';
import { FailureError } from '@/utils/domain/failure';
import { HOUR } from '@/utils/domain/time-units';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
});

function asked(kind: string): string[] {
  return scene.psn.asked.filter((each) => each.startsWith(kind));
}

async function trophiesOf(n: number): Promise<Trophy[]> {
  const row = await scene.database.trophySets.get(scene.id(n));
  return row === undefined ? [] : unpacked(row).trophies;
}

test('what is earned is not kept back by names of add-ons, which nobody asks for on and on', async () => {
  for (let n = 6; n >= 1; n--) scene.addTitle({ n, daysAgo: n, groupCount: 2 });
  scene.psn.failsOn = (asked) => (asked.startsWith('groups') ? { cause: 'not-found' } : null);

  await scene.syncByHand();

  expect(asked('groups')).toHaveLength(3);
  expect(asked('earned')).toHaveLength(6);
  expect((await trophiesOf(1))[0]?.earned).toBe(true);
  expect(scene.snapshot).toMatchObject({ unreadCount: 0, gaps: [{ phase: 'groups' }] });
});

test('names of add-ons that Sony never has keep no others waiting, and are asked for weekly in the end', async () => {
  for (let n = 6; n >= 1; n--) scene.addTitle({ n, daysAgo: n, groupCount: 2 });
  const refused = [1, 2, 3].map((n) => `groups ${scene.id(n)}`);
  scene.psn.failsOn = (each) => (refused.includes(each) ? { cause: 'not-found' } : null);
  const asksNextDay = async (): Promise<string[]> => {
    scene.now += 24 * 3_600_000;
    scene.psn.asked.length = 0;
    await scene.syncDaily();
    return asked('groups');
  };
  await scene.syncByHand();
  expect(asked('groups')).toStrictEqual(refused);
  const others = [4, 5, 6].map((n) => `groups ${scene.id(n)}`);
  expect(await asksNextDay()).toStrictEqual([...others, ...refused]);

  const days: string[][] = [];
  for (let day = 2; day < 15; day++) days.push(await asksNextDay());
  const weekly = [
    ...Array.from({ length: 6 }, () => refused),
    ...Array.from({ length: 6 }, () => []),
  ];
  expect(days).toStrictEqual([...weekly, refused]);
  expect(scene.snapshot).toMatchObject({ unreadCount: 0, triesAgainAt: null });
});

test.each(['groups', 'sets'])(
  'what was refused (%s) is not asked for again after a pause, and is missing all the same',
  async (kind) => {
    for (let n = 6; n >= 1; n--) scene.addTitle({ n, daysAgo: n, groupCount: 2 });
    let isFirst = true;
    scene.psn.failsOn = (each) => {
      if (!each.startsWith(kind) || !isFirst) return null;
      isFirst = false;
      return { cause: 'not-permitted', during: kind };
    };
    // Lists, matching, definitions and names of groups; the rest has to wait.
    scene.budget = 6 + 20 + 2;
    scene.everyGame = true;
    await scene.syncByHand();
    expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'own-pause' } });
    const [refused] = asked(kind);
    scene.psn.asked.length = 0;
    scene.budget = 300;
    await scene.wakeByAlarm();

    expect(scene.status).toStrictEqual({ state: 'idle' });
    expect(asked(kind)).not.toContain(refused);
    const titles = await scene.database.titles.toArray();
    expect(titles.filter(({ fetched }) => fetched.earned !== null)).toHaveLength(6);
    expect(scene.snapshot.gaps).toMatchObject([{ failure: { cause: 'not-permitted' } }]);
  },
);

test('a notification that fails keeps no sync from its end', async () => {
  aRecentLibrary(scene, 1);
  scene.announce = () => Promise.reject(new Error('no words'));

  await scene.syncByHand();

  expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
  expect(await scene.lastRun()).toMatchObject({ outcome: 'complete' });
});

test.each(['news', 'prune'] as const)(
  'a sync that is whole has ended, though what goes with its end fails (%s)',
  async (part) => {
    for (let n = 3; n >= 1; n--) scene.addTitle({ n, daysAgo: n });
    await scene.syncByHand();
    const failing = vi
      .spyOn(DexieSyncStore.prototype, part)
      .mockRejectedValue(new FailureError({ cause: 'storage-unavailable' }));
    onTestFinished(() => failing.mockRestore());
    const told: unknown[] = [];
    scene.announce = (news) => Promise.resolve(void told.push(news));
    scene.now += 24 * 3_600_000;
    await scene.syncDaily();
    for (let times = 0; times < 3; times++) {
      scene.now += 10 * 60_000;
      await scene.wake();
    }

    expect(failing).toHaveBeenCalledTimes(1);
    expect(scene.status).toStrictEqual({ state: 'idle' });
    expect(await scene.database.syncCursor.count()).toBe(0);
    expect(told).toHaveLength(part === 'news' ? 0 : 1);
  },
);

test('a sync that is whole has ended, though its games cannot all be read at once', async () => {
  for (let n = 3; n >= 1; n--) scene.addTitle({ n, daysAgo: n });
  await scene.syncByHand();
  const told: unknown[] = [];
  scene.announce = (news) => Promise.resolve(void told.push(news));
  const getAll = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'getAll')?.value as (
    ...args: unknown[]
  ) => IDBRequest<unknown[]>;
  const failing = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  failing.mockImplementation(function (this: IDBObjectStore, ...args) {
    const { mode, objectStoreNames: names } = this.transaction;
    const isEnd =
      mode === 'readwrite' && names.contains('openedGames') && !names.contains('metRows');
    if (isEnd && this.name === 'titles') throw new DOMException('too large', 'UnknownError');
    return getAll.apply(this, args);
  });
  onTestFinished(() => failing.mockRestore());
  scene.now += 24 * 3_600_000;
  scene.earn(1, 1);
  await scene.syncDaily();
  for (let times = 0; times < 3; times++) {
    scene.now += HOUR;
    await scene.wake();
  }

  expect(failing.mock.results.filter(({ type }) => type === 'throw')).toHaveLength(1);
  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect(told).toHaveLength(1);
});

test('access that the browser withdraws is said at once, waited for, and gone on with', async () => {
  aRecentLibrary(scene, 1);
  await scene.syncByHand();
  scene.hasAccess = false;
  await scene.wake();
  expect(scene.status).toMatchObject({
    state: 'blocked',
    failure: { cause: 'permission-missing' },
  });
  expect(scene.alarm).toBeNull();
  scene.psn.asked.length = 0;
  await scene.syncByHand();
  expect(scene.psn.asked).toStrictEqual([]);

  scene.hasAccess = true;
  await scene.wake();

  expect(scene.psn.asked[0]).toBe('titles 0');
  expect(scene.status).toStrictEqual({ state: 'idle' });
});

test('a game of which one set cannot be read has the others, and is asked for again', async () => {
  const game = 'PPSA00001_00';
  const failure = { cause: 'answer-not-understood' as const, fields: ['trophyTitles'] };
  scene.addTitle({ n: 1, daysAgo: 1 });
  scene.psn.unsure.set(game, failure);
  await scene.syncByHand();

  const stored = () => scene.database.playedGames.get(game);
  expect(await stored()).toMatchObject({ npCommunicationIds: [scene.id(1)], matched: 0 });
  expect((await scene.title(1))?.lastPlayedSource).toBe('played-list');
  expect(scene.snapshot.gaps).toStrictEqual([{ phase: 'matching', failure }]);
  scene.psn.unsure.clear();
  scene.psn.asked.length = 0;
  await scene.syncDaily();
  expect(scene.psn.asked).toContain(`sets ${game}`);
  expect(await stored()).toMatchObject({ npCommunicationIds: [scene.id(1)], matched: 1 });
});

test('a game that had no set is asked for again when it was played again, and not before', async () => {
  const game = 'PPSA00001_00';
  scene.addTitle({ n: 1, daysAgo: 1 });
  scene.psn.sets.set(game, []);
  await scene.syncByHand();
  expect((await scene.title(1))?.lastPlayedSource).toBe('trophy-list');
  scene.psn.sets.set(game, [scene.id(1)]);
  scene.psn.asked.length = 0;
  await scene.syncDaily();
  expect(asked('sets')).toStrictEqual([]);

  const [row] = scene.psn.playedRows;
  scene.psn.playedRows = row === undefined ? [] : [{ ...row, lastPlayedAt: scene.now }];
  await scene.syncDaily();

  expect(asked('sets')).toStrictEqual([`sets ${game}`]);
  expect((await scene.title(1))?.lastPlayedSource).toBe('played-list');
});
