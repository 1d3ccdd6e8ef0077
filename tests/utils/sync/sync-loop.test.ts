import { beforeEach, describe, expect, test } from 'vitest';
import { Dexie } from 'dexie';
import { databaseName } from '@/utils/database/library-name';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
});

const PLAYER = { accountId: '1', onlineId: 'night', avatarUrl: null, isPlus: true };

test('where no account is connected no database comes into being', async () => {
  scene.connected = null;
  await scene.syncByHand();

  expect(await Dexie.exists(databaseName(scene.accountId))).toBe(false);
  expect(scene.reports).toStrictEqual([]);
});

test('a request for a library that is not there makes none', async () => {
  scene.connected = 'nobody';
  const { requests } = scene.worker();
  await expect(requests.annotateTrophy({ ...MARK })).rejects.toThrow('storage-unavailable');

  expect(await Dexie.exists(databaseName(scene.accountId))).toBe(false);
});

const MARK = { npCommunicationId: 'A', trophyId: 1, note: 'x' };

test('the player’s row is made again with a library that was lost, and their picks with it', async () => {
  scene.psn.profile = PLAYER;
  aRecentLibrary(scene, 2);
  await scene.syncByHand();
  expect(scene.snapshot.player).toStrictEqual(PLAYER);

  await scene.worker().requests.chooseGames(new Map([[scene.id(2), 'never']]));
  await scene.database.titles.clear();
  await scene.database.overview.clear();
  await scene.wake();

  expect(scene.snapshot.player).toStrictEqual(PLAYER);
  expect((await scene.title(2))?.choice).toBe('never');
});

test('a changed name, picture and PS Plus are seen within a week, and a quiet day does not ask for them', async () => {
  scene.psn.profile = PLAYER;
  aRecentLibrary(scene, 1);
  await scene.syncByHand();
  const changed = { ...PLAYER, onlineId: 'day', avatarUrl: 'https://image/x.png', isPlus: false };
  scene.psn.profile = changed;

  const asked: number[] = [];
  for (let day = 1; day <= 7; day++) {
    scene.psn.asked.length = 0;
    scene.now += 86_400_000;
    await scene.syncDaily();
    if (scene.psn.asked.includes('profile')) asked.push(day);
  }
  expect(asked).toStrictEqual([7]);
  expect(scene.snapshot.player).toStrictEqual(changed);
});

test('an account that is another one in the middle leaves the sync where it is', async () => {
  aRecentLibrary(scene, 3);
  scene.psn.failsOn = (request) => {
    if (request === `earned ${scene.id(1)}`) scene.connected = null;
    return null;
  };
  await scene.syncByHand();

  expect(scene.psn.asked.at(-1)).toBe(`earned ${scene.id(1)}`);
  expect(await scene.database.syncCursor.get('library')).toMatchObject({ pause: null, done: 0 });

  scene.psn.failsOn = () => null;
  scene.connected = scene.accountId;
  await scene.wake();
  expect(scene.status).toStrictEqual({ state: 'idle' });
  // What was asked ahead is left with the account, and nothing else.
  const repeated = scene.psn.asked.filter((asked, at, all) => all.indexOf(asked) !== at);
  expect(repeated).toStrictEqual([`earned ${scene.id(1)}`]);
});

test('an interruption stores nothing, and the next wake goes on', async () => {
  aRecentLibrary(scene, 2);
  const worker = scene.worker();
  scene.psn.failsOn = (request) => {
    if (request === `definitions ${scene.id(2)}`) worker.loop.interrupt();
    return null;
  };
  await worker.loop.wake();
  expect(await scene.database.syncCursor.get('library')).toMatchObject({
    ...{ pause: null, byPlayer: false, done: 0 },
  });
  expect((await scene.title(1))?.fetched.earned).toBeNull();

  scene.psn.failsOn = () => null;
  await worker.loop.wake();
  expect(scene.status).toStrictEqual({ state: 'idle' });
});

test('what is waited for ends with an interruption: two loops share one lock', async () => {
  aRecentLibrary(scene, 1);
  scene.beforePrepare = () => new Promise(() => undefined);
  const worker = scene.worker();
  const first = worker.loop.wake();
  await expect.poll(() => scene.preparations).toBe(1);
  worker.loop.interrupt();
  await first;
  scene.beforePrepare = () => Promise.resolve();

  await worker.loop.wake();

  expect(scene.status).toStrictEqual({ state: 'idle' });
});

describe('a database that does not open', () => {
  test('is no pause: it is said with its cause, and looked at again by itself', async () => {
    const later = new Dexie(databaseName(scene.accountId));
    later.version(9).stores({ other: 'id' });
    await later.open();
    later.close();

    await scene.wake();

    expect(scene.status).toMatchObject({ state: 'blocked', failure: { cause: 'storage-newer' } });
    expect(scene.status).not.toHaveProperty('resumesAt');
    expect(scene.alarm).toBe(scene.now + 600_000);
    expect(scene.psn.asked).toStrictEqual([]);
  });
});

/** The largest cursor that reading so many titles stores, its figures left out. */
async function cursorSize(titles: number): Promise<number> {
  scene = new SyncScene();
  scene.psn.pageSize = 5;
  for (let n = titles; n >= 1; n--) scene.addTitle({ n, daysAgo: 300 });
  const rows: Promise<unknown>[] = [];
  scene.beforeStore = (method) => {
    if (method === 'storeTitles') rows.push(readCursor());
  };
  await scene.syncByHand();
  expect(rows).toHaveLength(titles / 5);
  const sizes = await Promise.all(rows);
  return Math.max(...sizes.map((row) => JSON.stringify(row).replace(/\d/g, '').length));
}

async function readCursor(): Promise<unknown> {
  return scene.database.syncCursor.get('library');
}

test('the cursor is no bigger with many titles than with few', async () => {
  expect(await cursorSize(40)).toBe(await cursorSize(10));
});
