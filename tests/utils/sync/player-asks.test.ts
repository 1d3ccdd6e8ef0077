import { beforeEach, describe, expect, test } from 'vitest';
import { LATEST } from '@/utils/domain/sync/latest-requests';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
});

function asked(kind: string): string[] {
  return scene.psn.asked.filter((request) => request.startsWith(kind));
}

/** At the moment of this request, once. */
function at(request: string, happens: () => void): void {
  scene.psn.failsOn = (each) => {
    if (each === request) {
      scene.psn.failsOn = () => null;
      happens();
    }
    return null;
  };
}

test('a game that is opened in the last moment of a sync is not forgotten', async () => {
  aRecentLibrary(scene, 1);
  scene.addTitle({ n: 9, daysAgo: 300 });
  scene.addLatest();
  const worker = scene.worker();
  const { announce } = scene;
  scene.announce = async (news) => {
    await announce(news);
    scene.announce = announce;
    await worker.requests.openGame(scene.id(9));
  };

  await scene.syncByHand(worker);

  expect(asked('earned').slice(-2)).toEqual([`earned ${scene.id(1)}`, `earned ${scene.id(9)}`]);
  expect(scene.status.state).toBe('idle');
  expect(scene.snapshot.lastRun?.requests).toBe(8 + 2 * LATEST);
  expect(await scene.database.openedGames.count()).toBe(0);
});

test('games that are picked while nothing runs are fetched, and no list is read', async () => {
  aRecentLibrary(scene, 1);
  scene.addTitle({ n: 9, daysAgo: 300 });
  scene.addLatest();
  const worker = scene.worker();
  await scene.syncByHand(worker);
  scene.psn.asked.length = 0;

  await worker.requests.chooseGames(new Map([[scene.id(9), 'picked']]));
  await worker.loop.wake();

  expect(scene.psn.asked).toEqual([`definitions ${scene.id(9)}`, `earned ${scene.id(9)}`]);
  expect(scene.snapshot.lastRun).toMatchObject({
    ...{ trigger: 'picks', outcome: 'complete', requests: 2 },
  });
});

test('who wants every game gets the rest, last played first', async () => {
  aRecentLibrary(scene, 1);
  scene.addTitle({ n: 8, daysAgo: 300 });
  scene.addTitle({ n: 9, daysAgo: 200 });
  scene.addLatest();
  const worker = scene.worker();
  await scene.syncByHand(worker);
  scene.psn.asked.length = 0;

  scene.everyGame = true;
  await worker.requests.followEveryGame();
  await worker.loop.wake();

  expect(asked('earned')).toEqual([`earned ${scene.id(9)}`, `earned ${scene.id(8)}`]);
});

test('who opens a game in the middle of a sync gets it next', async () => {
  aRecentLibrary(scene, 5);
  const worker = scene.worker();
  at(`definitions ${scene.id(1)}`, () => void worker.requests.openGame(scene.id(5)));
  // Another request, so that what is stored meanwhile is there.
  await scene.syncByHand(worker);

  const order = asked('earned');
  expect(order.indexOf(`earned ${scene.id(5)}`)).toBeLessThan(2);
  expect(new Set(scene.psn.asked).size).toBe(scene.psn.asked.length);
});

test('who opens a game that is there asks for nothing, and leaves nothing behind', async () => {
  aRecentLibrary(scene, 2);
  const worker = scene.worker();
  await scene.syncByHand(worker);
  scene.psn.asked.length = 0;

  await worker.requests.openGame(scene.id(1));
  await worker.loop.wake();

  expect(scene.psn.asked).toStrictEqual([]);
  expect(await scene.database.openedGames.count()).toBe(0);
  expect(scene.status).toStrictEqual({ state: 'idle' });
});

test('a game that is opened while the budget is spent is waited for, and no more often than it frees', async () => {
  aRecentLibrary(scene, 6);
  scene.budget = 14;
  const worker = scene.worker();
  await scene.syncByHand(worker);
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'own-pause' } });
  const requests = scene.psn.asked.length;
  scene.budget = requests;

  await worker.requests.openGame(scene.id(6));
  await worker.loop.wake();

  expect(scene.psn.asked).toHaveLength(requests);
  expect(scene.alarm).toBe(scene.now + 900_000);
});

describe('a request of the player', () => {
  test('that meets a wake-up is not dropped', async () => {
    aRecentLibrary(scene, 2);
    await scene.syncByHand();
    scene.psn.asked.length = 0;
    const worker = scene.worker();
    let asking = Promise.resolve();
    scene.beforeStore = (method) => {
      // In the middle of a wake-up that has read what is stored already.
      if (method !== 'excerpt') return;
      scene.beforeStore = () => undefined;
      asking = worker.requests.sync();
    };

    await worker.loop.wake();
    await asking;
    await worker.loop.wake();

    expect(scene.psn.asked).toStrictEqual(['titles 0', 'played 0']);
  });

  test('is carried out once, however many ask at once', async () => {
    aRecentLibrary(scene, 2);
    await scene.syncByHand();
    scene.psn.asked.length = 0;
    const worker = scene.worker();

    await Promise.all([1, 2, 3].map(() => scene.syncByHand(worker)));

    expect(scene.psn.asked).toStrictEqual(['titles 0', 'played 0']);
    expect(await scene.database.syncRequests.count()).toBe(0);
  });

  test('within a pause that Sony named is stored, and done when that is over', async () => {
    aRecentLibrary(scene, 1);
    await scene.syncByHand();
    const until = scene.now + 500_000;
    scene.psn.failures = { playedGames: [{ cause: 'too-many-requests', until }] };
    await scene.syncByHand();
    scene.psn.asked.length = 0;

    await scene.syncByHand();
    expect(scene.psn.asked).toStrictEqual([]);
    expect(scene.alarm).toBe(until);

    await scene.wakeByAlarm();
    expect(scene.psn.asked).toStrictEqual(['titles 0', 'played 0']);
    expect(scene.status).toStrictEqual({ state: 'idle' });
  });

  test('that cannot be stored fails, and nothing is begun', async () => {
    aRecentLibrary(scene, 1);
    await scene.syncByHand();
    scene.psn.asked.length = 0;
    scene.beforeStore = (method) => {
      if (method === 'choose') throw new Error('full');
    };

    const picking = scene.worker().requests.chooseGames(new Map([[scene.id(1), 'never']]));

    await expect(picking).rejects.toThrow();
    expect((await scene.title(1))?.choice).toBe('picked');
  });
});
