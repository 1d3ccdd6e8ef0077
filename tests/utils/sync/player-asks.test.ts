import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { EMPTY_SNAPSHOT, type Snapshot } from '@/utils/domain/snapshot';
import { Shelf } from '@/utils/sync/shelf';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

let scene: SyncScene;
let snapshot: Snapshot;

beforeEach(() => {
  scene = new SyncScene();
  snapshot = EMPTY_SNAPSHOT;
});

function shelf(): Shelf {
  let isLocked = false;
  return new Shelf({
    psn: scene.psn,
    open: () => Promise.resolve(scene.library()),
    connectedAccount: () => Promise.resolve('42'),
    shownAccount: () => Promise.resolve('42'),
    syncTime: () => Promise.resolve(null),
    async unlessRunning(work) {
      if (isLocked) return;
      isLocked = true;
      await work().finally(() => (isLocked = false));
    },
    snapshot: () => Promise.resolve(snapshot),
    publish: (published) => {
      snapshot = published;
      return Promise.resolve();
    },
    surroundings: {
      ...scene.surroundings(),
      settings: () => Promise.resolve({ ...DEFAULT_SETTINGS, everyGame: scene.everyGame }),
    },
  });
}

function asked(kind: string): string[] {
  return scene.psn.asked.filter((request) => request.startsWith(kind));
}

function earned(): string[] {
  return asked('earned');
}

async function settled(): Promise<void> {
  await expect.poll(() => snapshot.sync.state).toMatch(/idle|stopped|paused/);
}

test('a sync that waits for the budget can be stopped, and stays so', async () => {
  aRecentLibrary(scene, 6);
  scene.budget = 28;
  const library = shelf();
  await library.startSync();
  expect(snapshot.sync).toMatchObject({ state: 'paused', failure: { cause: 'own-pause' } });

  await library.stopSync();
  expect(snapshot.sync.state).toBe('stopped');
  scene.budget = 300;
  scene.now += 900_000;
  await library.resumeSync();

  expect(snapshot.sync.state).toBe('stopped');
});

test('who opens a game while the sync is stopped gets that game, and the sync stays stopped', async () => {
  aRecentLibrary(scene, 6);
  scene.budget = 28;
  const library = shelf();
  await library.startSync();
  await library.stopSync();
  const before = earned();
  scene.budget = 300;

  await library.openGame(scene.id(6));
  await expect.poll(() => earned().slice(before.length)).toEqual([`earned ${scene.id(6)}`]);

  await settled();
  expect(snapshot.sync.state).toBe('stopped');
  expect(earned()).toHaveLength(before.length + 1);
});

test('a game that is opened in the last moment of a sync is not forgotten', async () => {
  aRecentLibrary(scene, 1);
  scene.addTitle({ n: 9, daysAgo: 300 });
  const library = shelf();
  const { announce } = scene;
  scene.announce = async (news) => {
    await announce(news);
    scene.announce = announce;
    await library.openGame(scene.id(9));
  };

  await library.startSync();

  await expect.poll(earned).toEqual([`earned ${scene.id(1)}`, `earned ${scene.id(9)}`]);
  await settled();
  expect((await scene.desk.glance()).lastRun?.requests).toBe(7);
});

test('games that are picked while nothing runs are fetched, and no list is read', async () => {
  aRecentLibrary(scene, 1);
  scene.addTitle({ n: 9, daysAgo: 300 });
  const library = shelf();
  await library.startSync();
  scene.psn.asked.length = 0;

  await library.chooseGames(new Map([[scene.id(9), 'picked']]));

  await expect
    .poll(() => scene.psn.asked)
    .toEqual([`definitions ${scene.id(9)}`, `earned ${scene.id(9)}`]);
  await settled();
  expect(snapshot.lastRun).toMatchObject({ trigger: 'picks', outcome: 'complete', requests: 2 });
});

test('who wants every game gets the rest, last played first', async () => {
  aRecentLibrary(scene, 1);
  scene.addTitle({ n: 8, daysAgo: 300 });
  scene.addTitle({ n: 9, daysAgo: 200 });
  const library = shelf();
  await library.startSync();
  scene.psn.asked.length = 0;

  scene.everyGame = true;
  library.followEveryGame();

  await expect.poll(earned).toEqual([`earned ${scene.id(9)}`, `earned ${scene.id(8)}`]);
});

describe('in the middle of a sync the player', () => {
  test('stops a sync, which stays stopped until it is taken up again', async () => {
    aRecentLibrary(scene, 5);
    const sync = scene.worker();
    scene.psn.failsOn = (request) => {
      if (request === `earned ${scene.id(2)}`) sync.stop();
      return null;
    };
    await sync.start('by-hand');
    expect(scene.reports.at(-1)).toMatchObject({ state: 'stopped', phase: 'trophies', done: 1 });
    expect(scene.alarm).toBeNull();

    scene.psn.failsOn = () => null;
    await scene.worker().resume();
    expect(asked('earned')).toHaveLength(2);

    await scene.worker().start('by-hand');
    expect(asked('titles')).toHaveLength(1);
    expect((await scene.contents()).sets).toHaveLength(5);
    expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
  });

  test('who opens a game in the middle of a sync gets it next', async () => {
    aRecentLibrary(scene, 5);
    const sync = scene.worker();
    let opened = Promise.resolve();
    scene.psn.failsOn = (request) => {
      if (request === `definitions ${scene.id(1)}`) {
        opened = scene.desk.keepOpened(scene.id(5)).then(() => sync.replan());
      }
      return null;
    };
    await sync.start('by-hand');
    await opened;

    expect(asked('earned').slice(0, 2)).toStrictEqual([
      `earned ${scene.id(5)}`,
      `earned ${scene.id(1)}`,
    ]);
    expect(new Set(scene.psn.asked).size).toBe(scene.psn.asked.length);
  });

  test('who opens a game that is held asks for nothing', async () => {
    aRecentLibrary(scene, 2);
    await scene.worker().start('by-hand');
    scene.psn.asked.length = 0;

    await scene.desk.keepOpened(scene.id(1));
    await scene.worker().fetchOpened();

    expect(scene.psn.asked).toStrictEqual([]);
  });
});
