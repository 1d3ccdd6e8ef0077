import { beforeEach, expect, test } from 'vitest';
import { definition, state } from '../../support/scene-trophies';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;

let scene: SyncScene;

beforeEach(async () => {
  scene = new SyncScene();
  aRecentLibrary(scene, 3);
  await scene.syncByHand();
  scene.now += DAY;
});

/** Sony's list counts so many bronze trophies of a game as earned, and maybe its platinum. */
function earns(n: number, bronze: number, platinum = 0): void {
  scene.psn.titleRows = scene.psn.titleRows
    .map((title) => {
      if (title.npCommunicationId !== scene.id(n)) return title;
      const earned = { ...title.earned, bronze, platinum };
      const defined = { ...title.defined, bronze: 9, platinum: 1 };
      return { ...title, earned, defined, progress: bronze * 10, lastUpdatedAt: ++scene.now };
    })
    .sort((one, other) => other.lastUpdatedAt - one.lastUpdatedAt);
}

/** A game with a platinum, and so many trophies before it. */
function hasLeft(n: number, left: number): void {
  const count = left + 3;
  scene.psn.titleRows = scene.psn.titleRows.map((title) => {
    if (title.npCommunicationId !== scene.id(n)) return title;
    const defined = { bronze: count - 1, silver: 0, gold: 0, platinum: 1 };
    const earned = { bronze: 2, silver: 0, gold: 0, platinum: 0 };
    return { ...title, defined, earned, progress: 60, lastUpdatedAt: ++scene.now };
  });
  const ids = Array.from({ length: count }, (_, trophyId) => trophyId);
  scene.psn.definitionRows.set(
    scene.id(n),
    ids.map((id) => ({ ...definition(id), grade: id === 0 ? 'platinum' : 'bronze' })),
  );
  scene.psn.stateRows.set(
    scene.id(n),
    ids.map((id) => state(id, id === 1 || id === 2 ? scene.now : null)),
  );
}

async function sync(): Promise<void> {
  scene.now += DAY;
  await scene.syncByHand();
}

const news = () => {
  const { news: found } = scene.snapshot;
  return found?.titles.map(({ name, kind, trophies }) => [name, kind, trophies]) ?? null;
};

test('a first sync is no news', () => {
  expect(scene.snapshot.news).toBeNull();
});

test('what is new since the player looked is one line a game, the weightiest first', async () => {
  earns(1, 3);
  earns(2, 2, 1);
  await sync();
  earns(2, 4, 1);
  earns(1, 5);
  await sync();

  expect(news()).toStrictEqual([
    ['Game 2', 'platinum', 4],
    ['Game 1', 'trophies', 4],
  ]);
});

test('what has been seen is no news any more, and what came since is', async () => {
  earns(1, 3);
  await sync();
  const { upTo } = scene.snapshot.news!;
  earns(2, 4);
  await sync();
  const { requests } = scene.worker();
  await requests.noteNewsSeen(upTo);
  expect(news()).toStrictEqual([['Game 2', 'trophies', 3]]);

  await requests.noteNewsSeen(scene.snapshot.news!.upTo);
  await requests.noteNewsSeen(upTo);
  expect(scene.snapshot.news).toBeNull();
  await sync();
  expect(scene.snapshot.news).toBeNull();
});

test('three games are named, and of the others there is how many', async () => {
  scene.addTitle({ n: 4, daysAgo: 1 });
  scene.addTitle({ n: 5, daysAgo: 1 });
  for (const n of [1, 2, 3]) earns(n, 2 + n);
  await sync();

  expect(news()).toStrictEqual([
    ['Game 3', 'trophies', 4],
    ['Game 2', 'trophies', 3],
    ['Game 1', 'trophies', 2],
  ]);
  expect(scene.snapshot.news?.more).toBe(2);
});

test('the closest platinum is the one with the fewest trophies missing, of the game played last', async () => {
  expect(scene.snapshot.closestPlatinum).toBeNull();
  hasLeft(1, 4);
  hasLeft(2, 2);
  hasLeft(3, 2);
  await sync();

  expect(scene.snapshot.closestPlatinum).toMatchObject({
    ...{ name: 'Game 2', left: 2, isAtMost: false },
  });
  await scene.worker().requests.markGame(scene.id(2), { status: 'retired' });
  expect(scene.snapshot.closestPlatinum).toMatchObject({ name: 'Game 3' });
});

test('a game that is retired is not the closest platinum any more, and is again when it is not', async () => {
  hasLeft(2, 2);
  hasLeft(3, 2);
  await sync();
  const { requests } = scene.worker();
  await requests.markGame(scene.id(2), { status: 'retired' });
  expect(scene.snapshot.closestPlatinum).toMatchObject({ name: 'Game 3' });
  await requests.markGame(scene.id(2), { status: 'playing' });
  expect(scene.snapshot.closestPlatinum).toMatchObject({ name: 'Game 2' });
});

test('the closest platinum may be of a game whose trophies are not fetched, as the list has it', async () => {
  scene.addTitle({ n: 7, daysAgo: 400 });
  hasLeft(7, 1);
  hasLeft(2, 2);
  scene.psn.failsOn = (asked) => (asked.endsWith(scene.id(7)) ? { cause: 'not-found' } : null);
  await sync();

  expect((await scene.title(7))?.tally).toBeNull();
  expect(scene.snapshot.closestPlatinum).toMatchObject({
    name: 'Game 7',
    left: 1,
    isAtMost: false,
  });
});

test('pins are there at once, those that are missing first, and no more than there is room for', async () => {
  const { requests } = scene.worker();
  const pin = (n: number, trophyId: number, pinned = true) =>
    requests.annotateTrophy({
      npCommunicationId: scene.id(n),
      trophyId,
      pinned,
    });
  for (const n of [3, 2, 1]) {
    await pin(n, 0);
    await pin(n, 1);
  }

  const pins = () => scene.snapshot.pins.map(({ title, trophyId }) => [title, trophyId]);
  expect(pins()).toStrictEqual([
    ['Game 1', 1],
    ['Game 2', 1],
    ['Game 3', 1],
    ['Game 1', 0],
  ]);
  await pin(1, 1, false);
  expect(pins()[0]).toStrictEqual(['Game 2', 1]);
});

test('a platinum that needs a trophy that is not to be had is not the closest, until that is earned', async () => {
  hasLeft(2, 2);
  hasLeft(3, 2);
  await sync();
  const { requests } = scene.worker();
  const of = { npCommunicationId: scene.id(2) };
  await requests.annotateTrophy({ ...of, trophyId: 3, unobtainable: true });
  expect(scene.snapshot.closestPlatinum).toMatchObject({ name: 'Game 3' });

  scene.psn.stateRows.set(
    scene.id(2),
    [0, 1, 2, 3, 4].map((id) => state(id, id === 0 || id === 4 ? null : scene.now)),
  );
  scene.psn.titleRows = scene.psn.titleRows.map((title) => {
    if (title.npCommunicationId !== scene.id(2)) return title;
    return { ...title, earned: { ...title.earned, bronze: 3 }, lastUpdatedAt: ++scene.now };
  });
  await sync();
  expect((await scene.title(2))?.unobtainable).toBe('trophy');
  expect(scene.snapshot.closestPlatinum).toMatchObject({ name: 'Game 2', left: 1 });
});

test('a game that is hidden leaves the popup at once, with its pins, and comes back', async () => {
  hasLeft(2, 1);
  await sync();
  const { requests } = scene.worker();
  const npCommunicationId = scene.id(2);
  const mark = { npCommunicationId, trophyId: 0, pinned: true };
  await requests.annotateTrophy(mark);
  const shown = () => {
    const { recentTitles, closestPlatinum, pins } = scene.snapshot;
    const recent = recentTitles.some((title) => title.npCommunicationId === npCommunicationId);
    return [recent, closestPlatinum?.npCommunicationId === npCommunicationId, pins.length];
  };
  expect(shown()).toEqual([true, true, 1]);

  await requests.markGame(npCommunicationId, { hide: true });
  expect(shown()).toEqual([false, false, 0]);
  await requests.markGame(npCommunicationId, { hide: false });
  expect(shown()).toEqual([true, true, 1]);
});
