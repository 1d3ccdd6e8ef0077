import { afterEach, expect, test, vi } from 'vitest';
import { listDaysIn } from '@/utils/domain/numbers/played-hours';
import { playSpansOf } from '@/utils/domain/numbers/play-spans';
import type { PlayedGame } from '@/utils/domain/library/title';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;
/** The scene begins on day 1,000, in the middle of a month. */
const FIRST = 1_000;
const MONTH = '1972-09';

afterEach(() => {
  vi.unstubAllEnvs();
});

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

test('when a game was played stays as it was, however often it is played again', async () => {
  const scene = await aSyncedScene();
  const spans = async () => {
    const months = await scene.database.playDays.where({ npTitleId: 'PPSA00001_00' }).toArray();
    const totals = months.flatMap(({ days }) => days);
    const lastPlayedDay = Math.floor(scene.psn.playedRows[0]!.lastPlayedAt / DAY);
    const listDays = listDaysIn(await scene.database.playedListDays.toArray());
    return playSpansOf({ totals, firstPlayedDay: null, lastPlayedDay }, listDays);
  };
  const playedOn = (day: number, playSeconds: number): void => {
    play(scene, { playSeconds, lastPlayedAt: (day + 0.9) * DAY });
  };
  scene.now += DAY;
  await scene.syncByHand();
  // In the evening after that, and the last day of the month: each is read on the day after.
  playedOn(FIRST + 1, 7_200);
  scene.now += DAY;
  await scene.syncByHand();
  const first = { first: FIRST + 1, last: FIRST + 1, seconds: 3_600 };
  expect(await spans()).toStrictEqual([first]);

  playedOn(FIRST + 3, 9_000);
  scene.now += 26 * DAY;
  await scene.syncByHand();
  const second = { first: FIRST + 3, last: FIRST + 3, seconds: 1_800 };
  expect(await spans()).toStrictEqual([first, second]);

  playedOn(FIRST + 28, 9_600);
  scene.now += 30 * DAY;
  await scene.syncByHand();
  expect((await spans()).slice(0, 2)).toStrictEqual([first, second]);
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

test('a device that changes its time zone in the middle of a sync records the same days', async () => {
  const recorded = async (zoneAfter: string) => {
    vi.stubEnv('TZ', 'Europe/London');
    const scene = new SyncScene();
    // In Tokyo it is tomorrow, and another month; in Honolulu it is still today.
    scene.now = Date.UTC(2026, 10, 30, 23);
    aRecentLibrary(scene, 4);
    scene.psn.playedPageSize = 1;
    scene.psn.failsOn = () => {
      const pages = scene.psn.asked.filter((asked) => asked.startsWith('played '));
      if (pages.length > 1) vi.stubEnv('TZ', zoneAfter);
      return null;
    };
    await scene.syncByHand();
    expect(new Date(scene.now).getHours()).toBe({ 'Asia/Tokyo': 8 }[zoneAfter] ?? 13);
    const { playDays, playedListDays } = scene.database;
    return [await playDays.toArray(), await playedListDays.toArray()];
  };
  const day = Date.UTC(2026, 10, 30) / DAY;
  const games = [1, 2, 3, 4].map((n) => {
    const npTitleId = `PPSA0000${String(n)}_00`;
    return { npTitleId, month: '2026-11', days: [[day, 3_600, 12]] };
  });
  for (const zone of ['Asia/Tokyo', 'Pacific/Honolulu']) {
    expect(await recorded(zone), zone).toStrictEqual([games, [{ month: '2026-11', days: [day] }]]);
  }
});

test('of a played list that is read whole only what says something else is written', async () => {
  const scene = await aSyncedScene();
  scene.now += 8 * DAY;
  play(scene, { playSeconds: 4_000 });
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await scene.syncByHand();
  const stores = put.mock.contexts.map((store) => (store as IDBObjectStore).name);
  put.mockRestore();

  expect(stores.filter((name) => name === 'playedGames')).toHaveLength(1);
  expect((await scene.database.playedGames.get('PPSA00001_00'))?.playSeconds).toBe(4_000);
});
