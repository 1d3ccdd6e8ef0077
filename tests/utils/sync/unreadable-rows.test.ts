/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import { packed, unpacked } from '@/utils/database/packed-set';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { aRecentLibrary, SyncScene, type SceneWorker } from '../../support/sync-scene';
import { aTrophy, aTrophySet } from '../../support/trophies';
import { putRaw, rawRows } from '../../support/raw-rows';

let scene: SyncScene;

beforeEach(async () => {
  scene = new SyncScene();
  aRecentLibrary(scene, 5);
  await scene.syncByHand();
  scene.psn.asked.length = 0;
});

const NO_NEWS = { newTitleCount: 0, newTitles: [], newPlatinums: [], grown: [], gone: [] };
const NO_TROPHIES = { bronze: 0, silver: 0, gold: 0, platinum: 0 };

/** Nulls in place of all that a row says besides its key. */
async function damage(table: string, of: (row: Record<string, unknown>) => boolean = () => true) {
  const rows = (await rawRows(scene.database, table)) as Record<string, unknown>[];
  const { keyPath } = scene.database.table(table).schema.primKey;
  for (const row of rows.filter(of)) {
    const nulls = Object.keys(row).map((name) => [name, name === keyPath ? row[name] : null]);
    await putRaw(scene.database, table, Object.fromEntries(nulls) as object);
  }
}

/** What the player asks of a worker, and all that follows from it. */
async function asks(ask: (requests: SceneWorker['requests']) => Promise<unknown>): Promise<void> {
  const { requests, loop } = scene.worker();
  await ask(requests);
  await loop.wake();
}

const ofGame = (n: number) => (row: Record<string, unknown>) =>
  row['npCommunicationId'] === scene.id(n);

describe('a stored title that cannot be read', () => {
  test('is fetched again by the next sync, with its trophies, and is no news', async () => {
    const before = await scene.title(5);
    await damage('titles', ofGame(5));
    await scene.syncDaily();

    expect(await scene.title(5)).toStrictEqual({
      ...before,
      fetched: { ...before?.fetched, at: scene.now, definitionsAt: scene.now },
    });
    expect(await scene.lastRun()).toMatchObject({
      ...NO_NEWS,
      newTrophies: NO_TROPHIES,
      outcome: 'complete',
    });
  });

  test('has the choice that the player made of it, and whatever else they have said', async () => {
    await asks((requests) => requests.chooseGames(new Map([[scene.id(5), 'never']])));
    const marks = { status: 'done', hide: true, tags: ['co-op'] } as const;
    await asks((requests) => requests.markGame(scene.id(5), { ...marks, unobtainable: true }));
    await damage('titles', ofGame(5));
    await scene.syncDaily();

    expect(await scene.title(5)).toMatchObject({
      ...{ choice: 'never', ...marks, unobtainable: 'game' },
    });
  });

  test.each([
    [70, 70],
    ['70', undefined],
  ])('was revised when that was seen, once it was done: %j', async (revisedAt, stays) => {
    const [row] = ((await rawRows(scene.database, 'titles')) as object[]).filter((each) =>
      ofGame(5)({ ...each }),
    );
    await putRaw(scene.database, 'titles', { ...row, name: null, revisedAt });
    await scene.syncDaily();

    const title = await scene.title(5);
    expect(title?.name).not.toBeNull();
    expect(title?.revisedAt).toBe(stays);
  });

  test('goes on without a platinum that the player says is not to be had', async () => {
    const of = { npCommunicationId: scene.id(5) };
    const platinum = aTrophy({ trophyId: 0, grade: 'platinum' });
    const set = aTrophySet({ ...of, trophies: [platinum, aTrophy({ trophyId: 1 })] });
    await scene.database.trophySets.put(packed(set));
    await asks((requests) => requests.chooseGames(new Map([[scene.id(5), 'never']])));
    await asks((requests) => requests.annotateTrophy({ ...of, trophyId: 1, unobtainable: true }));
    expect((await scene.title(5))?.unobtainable).toBe('platinum');
    await damage('titles', ofGame(5));
    await scene.syncDaily();

    expect((await scene.title(5))?.unobtainable).toBe('platinum');
  });

  test('costs one whole list when the player syncs, and not one with every sync', async () => {
    scene.psn.pageSize = 2;
    await damage('titles', ofGame(5));
    await scene.syncDaily();
    expect(scene.psn.asked.filter((asked) => asked.startsWith('titles'))).toHaveLength(1);
    scene.psn.asked.length = 0;
    await scene.syncByHand();
    expect(scene.psn.asked.filter((asked) => asked.startsWith('titles'))).toHaveLength(3);

    scene.psn.asked.length = 0;
    await scene.syncDaily();
    expect(scene.psn.asked.filter((asked) => asked.startsWith('titles'))).toHaveLength(1);
  });

  test('is gone where Sony does not have it either, and what the player made of it stays', async () => {
    await scene.worker().requests.annotateTrophy({
      ...{ npCommunicationId: scene.id(5), trophyId: 0, note: 'co-op' },
    });
    await damage('titles', ofGame(5));
    scene.removeTitle(5);
    await scene.syncDaily();

    expect(await scene.database.titles.count()).toBe(4);
    expect(await scene.database.playerItems.toArray()).toMatchObject([{ value: 'co-op' }]);
    scene.psn.asked.length = 0;
    await scene.syncDaily();
    expect(scene.psn.asked.filter((asked) => asked.startsWith('summary'))).toHaveLength(0);
  });

  test('keeps nothing of a sync of picks or of an opened game back', async () => {
    await damage('titles', ofGame(5));
    await asks((requests) => requests.openGame(scene.id(5)));

    expect(scene.status.state).toBe('idle');
  });
});

test('a played game that cannot be read is fetched again, with all others', async () => {
  const before = (await scene.contents()).games;
  await damage('playedGames', (row) => row['npTitleId'] === 'PPSA00005_00');
  await scene.syncDaily();

  expect((await scene.contents()).games).toStrictEqual(before);
  expect((await scene.title(5))?.playSeconds).toBe(3_600);
});

describe('a trophy set that cannot be read', () => {
  const asked = () => scene.psn.asked.filter((each) => each.includes(scene.id(5)));
  const storedSet = async () => unpacked((await scene.database.trophySets.get(scene.id(5)))!);

  test('is fetched again when its game is opened', async () => {
    const before = await scene.database.trophySets.get(scene.id(5));
    await damage('trophySets', ofGame(5));
    await asks((requests) => requests.openGame(scene.id(5)));

    expect(await scene.database.trophySets.get(scene.id(5))).toStrictEqual(before);
    expect(asked()).toHaveLength(2);
    scene.psn.asked.length = 0;
    await asks((requests) => requests.openGame(scene.id(5)));
    expect(asked()).toHaveLength(0);
  });

  test('keeps those of its trophies that can be read, with their rates', async () => {
    const set = await storedSet();
    const [first, second] = set.trophies as [Trophy, Trophy];
    const rates = [900, 901].map((day) => ({ day, rate: day }));
    const row = packed({ ...set, trophies: [{ ...first, rates }, second] });
    await putRaw(scene.database, 'trophySets', { ...row, trophies: [row.trophies[0], null] });
    await asks((requests) => requests.openGame(scene.id(5)));

    const kept = { ...first, rates: [...rates, ...first.rates] };
    expect((await storedSet()).trophies).toStrictEqual([kept, second]);
  });

  test('is not taken for the set of a game in which nothing is earned', async () => {
    await damage('trophySets', ofGame(5));
    scene.earn(5, 1);
    await scene.syncDaily();

    expect(asked().map((each) => each.split(' ')[0])).toContain('definitions');
    const set = await scene.database.trophySets.get(scene.id(5));
    expect(set?.trophies).toHaveLength(2);
    expect((await scene.title(5))?.fetched).not.toMatchObject({ definitions: null });
  });
});

describe('what a sync goes by', () => {
  test.each(['syncCursor', 'overview', 'syncRuns', 'openedGames', 'metRows', 'unreadRows'])(
    'does not stand in its way where a row of %s cannot be read',
    async (table) => {
      const before = await scene.contents();
      const { keyPath } = scene.database.table(table).schema.primKey;
      const key = table === 'syncCursor' || table === 'overview' ? 'library' : 1;
      const keys = [keyPath].flat().map((name) => [String(name), key] as const);
      await putRaw(scene.database, table, { ...Object.fromEntries(keys), phase: null });
      await scene.syncDaily();

      expect(scene.status.state).toBe('idle');
      // Without its overview the sync takes itself for the first: what is there is what it found.
      const found = table === 'overview' ? { isFirst: true, newTitleCount: 5 } : NO_NEWS;
      expect(await scene.lastRun()).toMatchObject({ outcome: 'complete', ...found });
      const after = await scene.contents();
      expect(after.titles).toStrictEqual(before.titles);
      expect(after).toMatchObject({ cursors: 0, requests: [] });
    },
  );

  test('is planned anew where the sync under way cannot be read', async () => {
    scene.earn(5, 1);
    await scene.syncAndStopAt(`earned ${scene.id(5)}`);
    await damage('syncCursor');
    await scene.wake();

    expect(scene.status.state).toBe('idle');
    expect((await scene.title(5))?.progress).toBe(100);
    expect((await scene.contents()).cursors).toBe(0);
  });

  test('is planned anew where a request cannot be read', async () => {
    scene.earn(5, 1);
    await putRaw(scene.database, 'syncRequests', { number: 7, kind: 'later', tries: null });
    await scene.wake();

    expect((await scene.title(5))?.progress).toBe(100);
    expect((await scene.contents()).requests).toStrictEqual([]);
  });

  test('knows by what the player made that they have chosen', async () => {
    await asks((requests) => requests.chooseGames(new Map([[scene.id(1), 'picked']])));
    await damage('overview');
    await scene.wake();

    expect(scene.snapshot.hasChosen).toBe(true);
    expect((await scene.contents()).overview).toMatchObject([{ hasPicks: true, hasChosen: true }]);
  });
});

test('an item that this build does not know survives every sync, and what is damaged beside it', async () => {
  const items = [
    { kind: 'tag', npCommunicationId: scene.id(1), trophyId: -1, value: ['co-op'], version: 3 },
    { kind: 'note', npCommunicationId: scene.id(1), trophyId: 0, value: { text: 'rich' } },
  ].map((item) => ({ version: 5, device: 'other', ...item }));
  for (const item of items) await putRaw(scene.database, 'playerItems', item);
  for (const table of ['titles', 'trophySets', 'playedGames', 'overview']) await damage(table);
  await scene.syncDaily();
  await scene.syncByHand();

  expect(await rawRows(scene.database, 'playerItems')).toStrictEqual([items[1], items[0]]);
  expect((await scene.title(1))?.fetched).not.toStrictEqual(NOTHING_FETCHED);
});
