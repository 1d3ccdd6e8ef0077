/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import { SyncScene } from '../../support/sync-scene';
import { aPlayedGame, aTitle } from '../../support/titles';

const DAY = 86_400_000;
let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
  scene.psn.titleRows = Array.from({ length: 900 }, (_, n) =>
    aTitle({ npCommunicationId: `NPWR${String(n)}_00`, lastUpdatedAt: 1_000_000 - n }),
  );
  scene.psn.playedRows = Array.from({ length: 150 }, (_, n) =>
    aPlayedGame({
      ...{ npTitleId: `CUSA${String(n)}_00`, lastPlayedAt: 1_000_000 - n },
      category: 'ps4_media_app',
    }),
  );
});

/** Pages of this list that are larger fail, each time that they are asked for. */
function fails(list: 'titles' | 'played', above: number, failure: Failure): void {
  scene.psn.failsOn = (asked) =>
    asked.startsWith(list) && (scene.psn.limits.at(-1) ?? 0) > above ? failure : null;
}

/** With how many rows each page was asked for. */
async function limits(sync: Promise<void>): Promise<number[]> {
  scene.psn.limits.length = 0;
  await sync;
  return [...scene.psn.limits];
}

const REFUSED: Failure = { cause: 'answer-not-understood', status: 400 };
const DOWN: Failure = { cause: 'sony-down', status: 500 };
const SILENT: Failure = { cause: 'no-answer' };
const CUT_OFF: Failure = { cause: 'answer-not-understood', status: 200 };

test.each([
  ['400', REFUSED],
  ['500', DOWN],
  ['a silence', SILENT],
  ['an answer that is cut off', CUT_OFF],
])(
  'a page that fails with %s for its size is halved, and that is remembered',
  async (_, failure) => {
    fails('titles', 400, failure);
    expect(await limits(scene.syncByHand())).toStrictEqual([800, 400, 400, 400, 200]);
    expect(scene.status).toStrictEqual({ state: 'idle' });
    expect(await scene.database.titles.count()).toBe(900);

    expect(await limits(scene.syncDaily())).toStrictEqual([400, 5]);
    scene.now += 7 * DAY;
    expect(await limits(scene.syncDaily())).toStrictEqual([800, 400, 400, 400, 200]);
    scene.psn.failsOn = () => null;
    scene.now += 7 * DAY;
    expect(await limits(scene.syncDaily())).toStrictEqual([800, 800, 200]);
  },
);

test('a refused size is halved until it is taken, at once', async () => {
  fails('titles', 100, REFUSED);

  expect((await limits(scene.syncByHand())).slice(0, 5)).toStrictEqual([800, 400, 200, 100, 100]);
  expect(await scene.database.titles.count()).toBe(900);
});

test('after two errors it waits, and goes on with smaller pages', async () => {
  fails('titles', 100, DOWN);
  // The played list is read meanwhile.
  expect(await limits(scene.syncByHand())).toStrictEqual([800, 400, 200]);
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'sony-down' } });

  expect(await limits(scene.wakeByAlarm())).toStrictEqual([400, 200]);
  expect((await limits(scene.wakeByAlarm())).slice(0, 3)).toStrictEqual([200, 100, 100]);
  expect(await scene.database.titles.count()).toBe(900);
});

test('where Sony says from when on it answers, as much is asked for then, and less after that', async () => {
  scene.psn.failsOn = (asked) =>
    asked.startsWith('titles') && (scene.psn.limits.at(-1) ?? 0) > 100
      ? { ...DOWN, until: scene.now + 60_000 }
      : null;
  expect(await limits(scene.syncByHand())).toStrictEqual([800, 200]);
  expect(await limits(scene.wakeByAlarm())).toStrictEqual([800, 400]);
  expect(await limits(scene.wakeByAlarm())).toStrictEqual([400, 200]);
  expect((await limits(scene.wakeByAlarm())).slice(0, 3)).toStrictEqual([200, 100, 100]);
  expect(await scene.database.titles.count()).toBe(900);
});

test.each([
  ['400 for more than 40', REFUSED, 40],
  ['400 for more than 10', REFUSED, 10],
  ['500 for more than 40', DOWN, 40],
  ['500 for more than one row', DOWN, 1],
])('with %s a page that is refused below the smallest costs no row', async (_, failure, most) => {
  scene.psn.titleRows.length = 90;
  scene.budget = Infinity;
  fails('titles', most, failure);
  await scene.syncByHand();
  for (let wakes = 0; wakes < 9 && scene.alarm !== null; wakes++) await scene.wakeByAlarm();

  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect(await scene.database.titles.count()).toBe(90);
  expect(await scene.database.unreadRows.count()).toBe(0);
  const [overview] = await scene.database.overview.toArray();
  const { size, provenAt } = overview?.lists.titles.size ?? {};
  expect([size! <= most, 2 * size! > most, provenAt]).toStrictEqual([true, true, scene.now]);
});

describe('a row of Sony’s that fails alone', () => {
  /** Whatever page has this row fails; none is longer than where it stands. */
  function failsAt(list: 'titles' | 'played', place: number, failure: Failure): void {
    scene.psn.failsOn = (asked) => {
      const [name, offset] = asked.split(' ');
      const [from, limit] = [Number(offset), scene.psn.limits.at(-1) ?? 0];
      return name === list && from <= place && place < from + limit ? failure : null;
    };
  }

  test.each([
    ['the first', 0, REFUSED],
    ['one in the middle', 430, REFUSED],
    ['the last', 899, REFUSED],
    ['one that answers with an error', 430, DOWN],
  ])('costs itself only: %s', async (_, place, failure) => {
    failsAt('titles', place, failure);
    await scene.syncByHand();
    for (let wakes = 0; wakes < 5 && scene.status.state !== 'idle'; wakes++) {
      await scene.wakeByAlarm();
    }

    expect(scene.status).toStrictEqual({ state: 'idle' });
    expect(await scene.database.titles.count()).toBe(899);
    expect(await scene.database.titles.get(`NPWR${String(place)}_00`)).toBeUndefined();
    expect(await scene.database.unreadRows.toArray()).toMatchObject([
      { list: 'titles', fields: ['(whole)'] },
    ]);
    expect(scene.psn.limits.length).toBeLessThan(60);

    scene.psn.failsOn = () => null;
    scene.now += DAY;
    await scene.syncByHand();
    expect(await scene.database.titles.count()).toBe(900);
    expect(await scene.database.unreadRows.count()).toBe(0);
  });

  test('of the played list too', async () => {
    failsAt('played', 77, REFUSED);
    await scene.syncByHand();

    expect(scene.snapshot.gaps).toStrictEqual([]);
    expect(await scene.database.playedGames.count()).toBe(149);
  });

  test('is not looked for where every row fails', async () => {
    fails('titles', 0, REFUSED);
    expect(await limits(scene.syncByHand())).toStrictEqual([800, 400, 200, 100, 50, 1, 200]);
    expect(scene.status).toMatchObject({ state: 'paused' });
  });
});

test('an outage leaves no small pages behind', async () => {
  scene.psn.failsOn = () => DOWN;
  await scene.syncByHand();
  await scene.wakeByAlarm();
  await scene.wakeByAlarm();
  scene.psn.failsOn = () => null;

  expect((await limits(scene.wakeByAlarm())).slice(0, 5)).toStrictEqual([100, 200, 400, 800, 100]);
  expect(await limits(scene.syncDaily())).toStrictEqual([800, 5]);
});

test('the played list has a size of its own', async () => {
  fails('played', 50, DOWN);
  await scene.syncByHand();
  expect(scene.snapshot.gaps).toMatchObject([{ phase: 'played-games' }]);

  expect(await limits(scene.syncByHand())).toStrictEqual([800, 100, 50, 50, 50]);
  expect(scene.snapshot.gaps).toStrictEqual([]);
  expect(await scene.database.playedGames.count()).toBe(150);
});

test('what was read before a page was not to be had is read no second time', async () => {
  scene.psn.playedRows = Array.from({ length: 450 }, (_, n) =>
    aPlayedGame({ npTitleId: `CUSA${String(n)}_00`, lastPlayedAt: 1_000_000 - n }),
  );
  // One that cannot be read has those that were met looked up.
  const unread = [{ id: 'NPWR899_00', fields: ['trophyTitleName'] }];
  scene.psn.listed = (list, page) =>
    list === 'titles' && page.nextOffset === null
      ? { ...page, rows: page.rows.slice(0, -1), unread }
      : page;
  scene.psn.failsOn = (asked) => (/^(titles 800|played 400)$/.test(asked) ? DOWN : null);
  await scene.syncByHand();
  expect(scene.status).toMatchObject({ state: 'paused', phase: 'titles', done: 800 });
  scene.psn.failsOn = () => null;
  scene.psn.asked.length = 0;
  await scene.wakeByAlarm();

  const lists = scene.psn.asked.filter((asked) => /^(titles|played)/.test(asked));
  expect(lists).toStrictEqual(['titles 800', 'played 0', 'played 100', 'played 300']);
  expect(await scene.database.titles.count()).toBe(899);
  const missed = scene.database.titles.filter(({ absence }) => absence !== null);
  expect(await missed.count()).toBe(0);
});
