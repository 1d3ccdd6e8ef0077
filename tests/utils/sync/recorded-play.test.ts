import { expect, test, vi } from 'vitest';
import type { PlayedGame } from '@/utils/domain/library/title';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;
/** The scene begins on day 1,000, in the middle of a month. */
const FIRST = 1_000;
const MONTH = '1972-09';

async function aSyncedScene(): Promise<SyncScene> {
  const scene = new SyncScene();
  aRecentLibrary(scene, 2);
  await scene.syncByHand();
  return scene;
}

/** Sony says something else of the first game from now on. */
function play(scene: SyncScene, said: Partial<PlayedGame>): void {
  scene.psn.playedRows = scene.psn.playedRows.map((game, index) =>
    index === 0 ? { ...game, lastPlayedAt: scene.now, ...said } : game,
  );
}

async function daysOf(scene: SyncScene): Promise<unknown[]> {
  const rows = await scene.database.playDays.toArray();
  return rows.map(({ npTitleId, month, days }) => [npTitleId, month, ...days]);
}

test('the total of each game is recorded on the day on which it was read first, and when it is another', async () => {
  const scene = await aSyncedScene();
  scene.now += DAY;
  await scene.syncByHand();
  scene.now += 2 * DAY;
  play(scene, { playSeconds: 4_000, playCount: 13 });
  await scene.syncByHand();
  scene.now += 3 * DAY;
  play(scene, { playSeconds: null, playCount: 14 });
  await scene.syncByHand();

  expect(await daysOf(scene)).toStrictEqual([
    ['PPSA00001_00', MONTH, [FIRST, 3_600, 12], [FIRST + 3, 4_000, 13]],
    ['PPSA00002_00', MONTH, [FIRST, 3_600, 12]],
  ]);
});

test('a month has a row of its own, and an app has none', async () => {
  const scene = await aSyncedScene();
  scene.now += 31 * DAY;
  play(scene, { playSeconds: 9_000, playCount: 20 });
  scene.psn.playedRows.push({
    ...scene.psn.playedRows[1]!,
    ...{ npTitleId: 'CUSA00129_00', category: 'ps5_web_based_media_app' },
  });
  await scene.syncByHand();

  expect(await daysOf(scene)).toStrictEqual([
    ['PPSA00001_00', MONTH, [FIRST, 3_600, 12]],
    ['PPSA00001_00', '1972-10', [FIRST + 31, 9_000, 20]],
    ['PPSA00002_00', MONTH, [FIRST, 3_600, 12]],
  ]);
});

test('the days are recorded on which the played list was read whole, and no others', async () => {
  const scene = await aSyncedScene();
  scene.psn.failsOn = (asked) => (asked.startsWith('played') ? { cause: 'not-found' } : null);
  scene.now += DAY;
  await scene.syncByHand();

  expect(await scene.database.playedListDays.toArray()).toStrictEqual([
    { month: MONTH, days: [FIRST] },
  ]);
});

test('of a played list that is read whole only what says something else is written', async () => {
  const scene = await aSyncedScene();
  scene.now += 8 * DAY;
  play(scene, { playSeconds: 4_000 });
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await scene.syncByHand();
  const stores = (put.mock.contexts as IDBObjectStore[]).map(({ name }) => name);
  put.mockRestore();

  expect(stores.filter((name) => name === 'playedGames')).toHaveLength(1);
  expect((await scene.database.playedGames.get('PPSA00001_00'))?.playSeconds).toBe(4_000);
});
