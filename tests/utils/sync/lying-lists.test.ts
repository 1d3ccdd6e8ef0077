/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import { LATEST } from '@/utils/domain/sync/latest-requests';
import type { ListName } from '@/utils/domain/sync/list-reading';
import type { Page } from '@/utils/sync/ports';
import type { CountedPage } from '../../support/fake-library';
import { definition, state } from '../../support/scene-trophies';
import { SyncScene } from '../../support/sync-scene';
import { aPlayedGame, aTitle } from '../../support/titles';

const DAY = 86_400_000;
const ONE = { bronze: 1, silver: 0, gold: 0, platinum: 0 };
let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
});

/** So many games that were played and titles that were earned long ago: of the latest only are trophies fetched. */
function fill(titles: number, games = titles): void {
  scene.psn.titleRows = Array.from({ length: titles }, (_, n) =>
    aTitle({
      ...{ npCommunicationId: nameOf(n), lastUpdatedAt: 1_000_000 - n },
      ...{ defined: ONE, earned: ONE, progress: 100 },
    }),
  );
  for (const { npCommunicationId: id } of scene.psn.titleRows.slice(0, LATEST + 1)) {
    scene.psn.definitionRows.set(id, [definition(0)]);
    scene.psn.stateRows.set(id, [state(0, 1_000)]);
  }
  scene.psn.playedRows = Array.from({ length: games }, (_, n) =>
    aPlayedGame({
      ...{ npTitleId: `CUSA${nameOf(n)}`, lastPlayedAt: 1_000_000 - n },
      category: 'ps4_videoservice_web_media_app',
    }),
  );
}

function nameOf(n: number): string {
  return `NPWR${String(n).padStart(5, '0')}_00`;
}

/** What a sync asks of Sony. */
async function asked(sync: Promise<void>): Promise<string[]> {
  scene.psn.asked.length = 0;
  scene.psn.limits.length = 0;
  await sync;
  expect(scene.status).toStrictEqual({ state: 'idle' });
  return [...scene.psn.asked];
}

function stored(): Promise<number[]> {
  const { titles, playedGames } = scene.database;
  return Promise.all([titles.count(), playedGames.count()]);
}

/** A drift as Sony's: other rows are missing each time, the total goes along, and no page follows. */
function drift({ rows, total }: CountedPage<unknown>, call: number): Partial<Page<unknown>> {
  const missing = [17, 0, 2, 6][call % 4] ?? 0;
  const left = rows.filter((_, n) => n % 10 !== call % 10 || n >= missing * 10);
  return { rows: left, total: total - (rows.length - left.length), nextOffset: null };
}

describe('a played list that drifts', () => {
  test('is whole after its first sync, or the one after it', async () => {
    fill(1, 335);
    scene.psn.answerListWith('played-games', drift);
    await scene.syncByHand();
    scene.now += DAY;
    await scene.syncDaily();

    expect(await stored()).toStrictEqual([1, 335]);
  });

  test('is missed for its smaller total on one page, and read on when more are counted', async () => {
    fill(1, 206);
    scene.psn.answerListWith('played-games', ({ rows }) => ({
      rows: rows.slice(17),
      total: 183,
      nextOffset: null,
    }));
    expect(await asked(scene.syncByHand())).toContain('played 0');
    expect(await stored()).toStrictEqual([1, 183]);

    scene.psn.listed = (_, page) => page;
    scene.psn.playedRows.unshift(aPlayedGame({ npTitleId: 'CUSA1', lastPlayedAt: 2_000_000 }));
    await scene.syncDaily();

    expect(await stored()).toStrictEqual([1, 207]);
  });
});

describe('a list whose total lies', () => {
  test.each(['titles', 'played-games'] as const)(
    'is read twice once, and then costs what any other does (%s)',
    async (list) => {
      fill(10, 10);
      scene.psn.answerListWith(list, ({ total }) => ({ total: total + 3 }));
      const first = await asked(scene.syncByHand());
      const name = list === 'titles' ? 'titles' : 'played';
      expect(first.filter((each) => each === `${name} 0`)).toHaveLength(2);
      expect(scene.snapshot.gaps).toStrictEqual([]);

      expect(await asked(scene.syncDaily())).toStrictEqual(['titles 0', 'played 0']);
      scene.now += 7 * DAY;
      expect(await asked(scene.syncDaily())).toStrictEqual([
        ...['titles 0', 'summary', 'profile', 'played 0'],
      ]);
    },
  );
});

describe('a list without a total', () => {
  test.each(['titles', 'played-games'] as const)(
    'is what two readings agree on, and is known again once it has one (%s)',
    async (list) => {
      fill(10, 10);
      scene.psn.answerListWith(list, () => ({ total: null }));
      const name = list === 'titles' ? 'titles 0' : 'played 0';
      const first = await asked(scene.syncByHand());
      expect(first.filter((each) => each === name)).toHaveLength(2);
      expect(await stored()).toStrictEqual([10, 10]);
      expect(scene.snapshot.gaps).toStrictEqual([]);

      // One page of titles is also the last one: only another reading says that it is all.
      const anew = list === 'titles' ? ['titles 0'] : [];
      const daily = await asked(scene.syncDaily());
      expect(daily).toStrictEqual([...anew, 'titles 0', 'played 0']);
      scene.psn.answerListWith(list, () => ({}));
      scene.now += 7 * DAY;
      const whole = await asked(scene.syncDaily());
      expect(whole).toStrictEqual(['titles 0', 'summary', 'profile', 'played 0']);
    },
  );
});

describe('a list that is short again and again', () => {
  beforeEach(() => fill(30, 30));

  /** Each answer lacks another row, and the last one of them all is in none. */
  function lack(list: ListName): void {
    const isOf = (row: unknown, n: number) => JSON.stringify(row).includes(nameOf(n));
    scene.psn.answerListWith(list, ({ rows }, call) => ({
      rows: rows.filter((row) => !isOf(row, 29) && !isOf(row, call)),
    }));
  }

  test.each(['titles', 'played-games'] as const)(
    'is read four times a day at most, says what is missing, and heals (%s)',
    async (list) => {
      lack(list);
      const firsts: number[] = [];
      for (let sync = 0; sync < 4; sync++) {
        scene.now += 60_000;
        const name = list === 'titles' ? 'titles 0' : 'played 0';
        firsts.push((await asked(scene.syncByHand())).filter((each) => each === name).length);
        const failure = { cause: 'list-short', during: list };
        expect(scene.snapshot.gaps).toStrictEqual([{ phase: list, failure }]);
      }
      expect(firsts).toStrictEqual([2, 2, 1, 1]);

      scene.psn.listed = (_, page) => page;
      scene.now += DAY;
      await scene.syncDaily();
      expect(await stored()).toStrictEqual([30, 30]);
      expect(scene.snapshot.gaps).toStrictEqual([]);
    },
  );

  test('costs the titles that are stored nothing', async () => {
    await scene.syncByHand();
    lack('titles');
    scene.now += 7 * DAY;
    await scene.syncDaily();

    const absent = await scene.database.titles.orderBy('absence.missedAt').count();
    expect([absent, await stored()]).toStrictEqual([0, [30, 30]]);
  });
});

describe('a list that is suddenly empty', () => {
  test('makes nothing gone before a second sync agrees', async () => {
    fill(3);
    await scene.syncByHand();
    scene.psn.answerListWith('titles', () => ({ rows: [], total: 0, nextOffset: null }));
    await scene.syncDaily();
    expect((await scene.database.titles.toArray()).map(({ absence }) => absence?.isSure)).toEqual([
      ...[false, false, false],
    ]);

    scene.psn.listed = (_, page) => page;
    await scene.syncDaily();
    expect((await scene.database.titles.toArray()).map(({ absence }) => absence)).toEqual([
      ...[null, null, null],
    ]);
  });

  test('is believed on another occasion only, and not by how often it is read', async () => {
    fill(3);
    await scene.syncByHand();
    scene.psn.answerListWith('titles', () => ({ rows: [], total: 0, nextOffset: null }));
    const areGone = async () => {
      const titles = await scene.database.titles.toArray();
      return titles.map(({ absence }) => absence?.isSure);
    };
    for (let sync = 0; sync < 3; sync++) {
      await scene.syncDaily();
      expect((await scene.lastRun())?.gone).toStrictEqual([]);
    }
    expect(await areGone()).toStrictEqual([false, false, false]);

    scene.now += DAY;
    await scene.syncDaily();
    expect(await areGone()).toStrictEqual([true, true, true]);
    expect((await scene.lastRun())?.gone).toHaveLength(3);
  });

  test('and says that it has titles, makes none gone, whenever it is asked', async () => {
    fill(3);
    await scene.syncByHand();
    scene.psn.answerListWith('titles', () => ({ rows: [] }));
    for (let sync = 0; sync < 4; sync++) await scene.syncDaily();

    expect(await scene.database.titles.orderBy('absence.missedAt').count()).toBe(0);
  });
});

describe('the requests of a library of', () => {
  async function expectEachPageOnce(count: number): Promise<void> {
    fill(count);
    scene.budget = Infinity;
    const pages = Math.ceil(count / 800) + Math.ceil(count / 200);
    const latest = 2 * Math.min(count, LATEST);
    expect(await asked(scene.syncByHand())).toHaveLength(pages + 2 + latest);

    scene.now += DAY;
    expect(await asked(scene.syncDaily())).toStrictEqual(['titles 0', 'played 0']);
    scene.now += 6 * DAY;
    expect(await asked(scene.syncDaily())).toHaveLength(pages + 2);
  }

  test.each([1, 799, 800, 801])('%i titles and as many games', expectEachPageOnce);

  // `npm test` counts them in `tests/bench/rows/sync-counts.ts`.
  test('5,000 titles and as many games', { tags: ['long'], timeout: 60_000 }, () =>
    expectEachPageOnce(5_000),
  );
});

test('a row without a name is counted once, however often it is met', async () => {
  fill(30);
  await scene.syncByHand();
  scene.psn.listed = (list, page) =>
    list === 'played-games' && page.rows.length > 0
      ? { ...page, unread: [{ id: null, fields: ['titleId'] }], total: page.total + 1 }
      : page;

  for (let day = 1; day <= 3; day++) {
    scene.now += DAY;
    await scene.syncDaily();
    expect(await scene.database.unreadRows.where({ list: 'played-games' }).count()).toBe(1);
  }
});

test('a page of titles whose last has no date costs no whole list', async () => {
  fill(30);
  scene.psn.pageSize = 10;
  const undated = scene.psn.titleRows[9]!;
  scene.psn.titleRows[9] = { ...undated, lastUpdatedAt: -5 };
  await scene.syncByHand();
  scene.now += DAY;

  expect(await asked(scene.syncDaily())).toStrictEqual(['titles 0', 'played 0']);
});

test('a played game that could not be read is met again when the player syncs, and not every day', async () => {
  fill(30);
  await scene.syncByHand();
  const { unreadRows } = scene.database;
  await unreadRows.put({
    ...{ id: 'played-games/row 0', list: 'played-games', npCommunicationId: null },
    ...{ fields: [], cause: null, seenAt: scene.now },
  });
  scene.now += DAY;
  await scene.syncDaily();
  expect(await unreadRows.count()).toBe(1);

  await scene.syncByHand();

  expect(await unreadRows.count()).toBe(0);
});
