import { afterEach, expect, test, vi } from 'vitest';
import { openForPage } from '@/utils/database/open-library';
import { dayOf, monthOf, totalsIn } from '@/utils/domain/history/play-days';
import { listDaysIn } from '@/utils/domain/numbers/played-hours';
import { playSpansOf } from '@/utils/domain/numbers/play-spans';
import type { PlayedGame } from '@/utils/domain/library/title';
import { putRaw } from '../../support/raw-rows';
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

/** When the first game was played, in days from the first, by what is recorded. */
async function hoursOf(scene: SyncScene): Promise<[first: number, last: number, hours: number][]> {
  const months = await scene.database.playDays.where({ npTitleId: 'PPSA00001_00' }).toArray();
  for (const { month, days } of months) {
    expect(days.map(([day]) => monthOf(day * DAY))).toStrictEqual(days.map(() => month));
  }
  const listDays = listDaysIn(await scene.database.playedListDays.toArray(), dayOf(scene.now));
  const totals = totalsIn(months);
  const spans = playSpansOf({ totals, firstPlayedDay: null, lastPlayedDay: null }, listDays);
  return spans.map(({ first, last, seconds }) => [first - FIRST, last - FIRST, seconds / 3_600]);
}

/** Two hours in the evening of a day, in days from the first: each is read on a later day. */
function playedInTheEvening(scene: SyncScene, day: number): void {
  const { playSeconds } = scene.psn.playedRows[0]!;
  play(scene, { playSeconds: playSeconds! + 7_200, lastPlayedAt: (FIRST + day + 0.9) * DAY });
}

test('when a game was played stays as it was, however often it is played again', async () => {
  const scene = await aSyncedScene();
  const first = [1, 1, 2];
  scene.now += DAY;
  await scene.syncByHand();
  playedInTheEvening(scene, 1);
  scene.now += DAY;
  await scene.syncByHand();
  expect(await hoursOf(scene)).toStrictEqual([first]);

  playedInTheEvening(scene, 3);
  scene.now += 26 * DAY;
  await scene.syncByHand();
  expect(await hoursOf(scene)).toStrictEqual([first, [3, 3, 2]]);

  playedInTheEvening(scene, 28);
  scene.now += 30 * DAY;
  await scene.syncByHand();
  expect(await hoursOf(scene)).toStrictEqual([first, [3, 3, 2], [28, 28, 2]]);
});

test('of a library with many games, read whole once a week, each evening is of its day', async () => {
  const scene = new SyncScene();
  aRecentLibrary(scene, 60);
  await scene.syncByHand();
  for (let day = 1; day <= 16; day++) {
    scene.now += DAY;
    await scene.syncByHand();
    playedInTheEvening(scene, day);
  }
  const listDays = listDaysIn(await scene.database.playedListDays.toArray(), dayOf(scene.now));
  expect(listDays.map((day) => day - FIRST)).toStrictEqual([0, 7, 14]);
  const evenings = Array.from({ length: 15 }, (_, index) => [index + 1, index + 1, 2]);
  expect(await hoursOf(scene)).toStrictEqual(evenings);
});

test('where a month ends no hours are lost, and none is of another day', async () => {
  const scene = new SyncScene();
  const end = Date.UTC(1972, 8, 30) / DAY - FIRST;
  aRecentLibrary(scene, 2);
  scene.now += end * DAY;
  await scene.syncByHand();
  playedInTheEvening(scene, end);
  scene.now += DAY;
  await scene.syncByHand();
  playedInTheEvening(scene, end + 1);
  scene.now += DAY;
  await scene.syncByHand();
  expect(await hoursOf(scene)).toStrictEqual([
    [end, end, 2],
    [end + 1, end + 1, 2],
  ]);
});

test('a clock that was ahead once leaves the days of play as they are', async () => {
  const scene = await aSyncedScene();
  await scene.database.playedListDays.put({ month: '1973-09', days: [FIRST + 365] });
  playedInTheEvening(scene, 3);
  scene.now += 5 * DAY;
  await scene.syncByHand();
  expect(await hoursOf(scene)).toStrictEqual([[1, 3, 2]]);
});

/** What is recorded in a month of which a day is damaged meanwhile. */
async function recordedBeside(...damaged: unknown[]): Promise<unknown[]> {
  const scene = await aSyncedScene();
  const { playDays, playedListDays } = scene.database;
  playedInTheEvening(scene, 1);
  scene.now += 2 * DAY;
  await scene.syncByHand();
  const id: [string, string] = ['PPSA00001_00', MONTH];
  for (const day of damaged) {
    const [totals, read] = [(await playDays.get(id))!, (await playedListDays.get(MONTH))!];
    await putRaw(scene.database, 'playDays', { ...totals, days: [...totals.days, day] });
    await putRaw(scene.database, 'playedListDays', { ...read, days: [...read.days, day] });
    // Nobody is told of such a row.
    const library = (await openForPage(scene.accountId))!;
    expect(await library.playDays.get(id)).toBeUndefined();
    expect(await library.playedListDays.get(MONTH)).toBeUndefined();
    library.close();
  }
  playedInTheEvening(scene, 2);
  scene.now += DAY;
  await scene.syncByHand();
  expect((await scene.lastRun())?.outcome).toBe('complete');
  return [await daysOf(scene), await playedListDays.toArray()];
}

test.each([
  [[1e12, 1, 1]],
  [[-1e12, 1, 1]],
  [[FIRST, -1, 1]],
  [[FIRST, null, 1]],
  ['no'],
  [1e12],
  [null],
])('a day that cannot be read costs itself, and no sync: %j', async (day) => {
  expect(await recordedBeside(day)).toStrictEqual(await recordedBeside());
});

test('a month that was over when it was damaged is mended with the next total, and no hour is lost', async () => {
  const scene = await aSyncedScene();
  const { playDays } = scene.database;
  playedInTheEvening(scene, 1);
  scene.now += 2 * DAY;
  await scene.syncByHand();
  const totals = (await playDays.get(['PPSA00001_00', MONTH]))!;
  await putRaw(scene.database, 'playDays', { ...totals, days: [...totals.days, 'no'] });
  playedInTheEvening(scene, 32);
  scene.now += 31 * DAY;
  await scene.syncByHand();
  expect(await hoursOf(scene)).toStrictEqual([
    [1, 1, 2],
    [3, 32, 2],
  ]);
  expect(await playDays.get(['PPSA00001_00', MONTH])).toStrictEqual(totals);
});

test('a total that a clock dated that was ahead does not date what is played after it', async () => {
  const scene = await aSyncedScene();
  const { playDays } = scene.database;
  playedInTheEvening(scene, 1);
  const rightNow = scene.now + 2 * DAY;
  scene.now += 400 * DAY;
  await scene.syncByHand();
  scene.now = rightNow;
  await scene.syncByHand();
  for (const day of [3, 9]) {
    playedInTheEvening(scene, day);
    scene.now += 6 * DAY;
    await scene.syncByHand();
  }
  expect(await hoursOf(scene)).toStrictEqual([
    [1, 1, 2],
    [3, 3, 2],
    [9, 9, 2],
  ]);
  const months = await playDays.toArray();
  expect(months.filter(({ month }) => month > monthOf(scene.now))).toStrictEqual([]);
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
