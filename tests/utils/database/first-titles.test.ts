import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_OVERVIEW, type LibraryDatabase } from '@/utils/database/database';
import { beginToReadRows, lastEarnedRows, wholeRows } from '@/utils/database/first-rows';
import { firstTitles } from '@/utils/database/first-titles';
import { nextMarksAtFirst } from '@/utils/database/first-marks';
import { earnedAtFirst } from '@/utils/database/first-whole';
import { EarningsReading } from '@/utils/database/followed-earnings';
import { TitlesReading } from '@/utils/database/followed-titles';
import { databaseName } from '@/utils/database/library-name';
import { readNextMarks } from '@/utils/database/next-marks';
import { createLibrary } from '@/utils/database/open-library';
import { LibraryQueries } from '@/utils/database/queries';
import { packed } from '@/utils/database/packed-set';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { earnedAt, setId } from '../../support/earned-trophies';
import { aLibraryTitle } from '../../support/library-titles';
import { putRaw } from '../../support/raw-rows';

let library: LibraryDatabase;
let accountId: string;
let accounts = 0;

beforeEach(async () => {
  accountId = `10${String(++accounts)}`;
  library = await createLibrary(accountId);
});

afterEach(async () => {
  globalThis.firstRows = undefined;
  await library.delete();
});

function game(number: number) {
  // Some were played at the same moment.
  const lastPlayedAt = Math.floor(number / 2);
  const npCommunicationId = `NPWR${String(number).padStart(5, '0')}_00`;
  return aLibraryTitle({ npCommunicationId, lastPlayedAt });
}

function read(account: string | null = accountId) {
  beginToReadRows(Promise.resolve(account));
  return firstTitles();
}

test('are those, and in that order, that the whole library begins with', async () => {
  await library.titles.bulkPut(Array.from({ length: 60 }, (_, number) => game(number)));
  const found = await read();

  const queries = new LibraryQueries(accountId, false);
  const all = await new Promise((resolve) => {
    queries.firstTitles(50).subscribe({
      next: ({ titles }) => resolve(titles),
      missing: resolve,
      failed: resolve,
    });
  });
  queries.close();
  expect(found).toStrictEqual({ accountId, titles: all });
  expect(found?.titles).toHaveLength(50);
});

test('are asked for while it is not known yet whose are shown, where one library alone is here', async () => {
  await library.titles.bulkPut([game(1)]);
  const opens = vi.spyOn(indexedDB, 'open');
  let tell: (account: string) => void = () => undefined;
  beginToReadRows(new Promise((resolve) => (tell = resolve)));
  await expect.poll(() => opens.mock.calls).toContainEqual([databaseName(accountId)]);

  tell(accountId);
  expect((await firstTitles())?.titles).toHaveLength(1);
  expect(opens).toHaveBeenCalledOnce();
  opens.mockRestore();
});

test('are those of the library that is shown, where another one is here too', async () => {
  await library.titles.bulkPut([game(1)]);
  expect(await read('404')).toBeNull();

  const other = await createLibrary('77');
  await other.titles.bulkPut([game(2), game(3)]);
  expect((await read())?.titles).toHaveLength(1);
  expect(await read('77')).toMatchObject({ accountId: '77', titles: { length: 2 } });
  await other.delete();
});

test('are left to their schema where one of them is not as this build stores it', async () => {
  await library.titles.bulkPut([game(1), game(2)]);
  expect(await read()).not.toBeNull();

  await putRaw(library, 'titles', { ...game(2), progress: 'half' });
  expect(await read()).toBeNull();
});

test('are not there where nothing is, and nothing is made for them', async () => {
  expect(await read()).toBeNull();
  expect(await read('404')).toBeNull();
  expect(await read(null)).toBeNull();
  expect(await firstTitles()).toBeNull();

  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(databaseName('404'));
});

test('are not read from a library of another version', async () => {
  await library.titles.bulkPut([game(1)]);
  library.close();
  const later = new Dexie(databaseName(accountId));
  later.version(9).stores({});
  await later.open();
  later.close();

  expect(await read()).toBeNull();
});

/** Stores a game with trophies that were earned at these instants. */
async function play(number: number, instants: readonly number[]): Promise<void> {
  const npCommunicationId = setId(number);
  const trophies = instants.map((at, trophyId) => {
    return { ...earnedAt(at, { name: `${String(number)}-${String(at)}` }), trophyId };
  });
  const set = { npCommunicationId, groups: [], trophies };
  await library.titles.put(aLibraryTitle({ npCommunicationId }));
  await library.trophySets.put(packed(set));
  await library.earnings.put(earningsOf(set, Date.now(), true));
}

const DAY_OF_2026 = Date.UTC(2026, 0, 1);

function readLog() {
  beginToReadRows(Promise.resolve(accountId), lastEarnedRows);
  return firstTitles();
}

test('of the log come the trophies that were earned last, with their games and names', async () => {
  for (let number = 1; number <= 70; number += 1) {
    await play(number, [DAY_OF_2026 + number * 1_000, DAY_OF_2026 + number * 2_000]);
  }
  const found = await readLog();
  const { earnings, names } = found?.log ?? {};
  expect(earnings?.map((set) => set.npCommunicationId)).toStrictEqual(
    Array.from({ length: 60 }, (_, at) => setId(70 - at)),
  );
  // Of the thirty newest alone: 2,000 × 70 and down, 1,000 × 70 and down beside them.
  const shown = found?.titles.map((title) => title.npCommunicationId) ?? [];
  expect([shown[0], shown.length > 20, shown.length <= 30]).toStrictEqual([setId(70), true, true]);
  expect([...(names?.keys() ?? [])]).toStrictEqual(shown);
  expect(names?.get(setId(70))?.get(1)).toBe(`70-${String(DAY_OF_2026 + 140_000)}`);
});

test('of the log nothing comes early that is not as this build stores it', async () => {
  await play(1, [DAY_OF_2026]);
  expect((await readLog())?.log?.names.size).toBe(1);
  const [row] = await library.earnings.toArray();
  await putRaw(library, 'earnings', { ...row, trophies: 'short' });
  expect(await readLog()).toBeNull();
});

describe('of a page that tells of the whole library', () => {
  function readWhole(...tables: Parameters<typeof wholeRows>) {
    beginToReadRows(Promise.resolve(accountId), wholeRows(...tables));
    return firstTitles();
  }

  async function allTitles(before?: readonly LibraryTitle[]) {
    return new TitlesReading(library, before).all();
  }

  test('come all games, in the order of the library, which stays the same list where it is read again', async () => {
    await library.titles.bulkPut(Array.from({ length: 60 }, (_, number) => game(number)));
    const found = await readWhole();
    expect(found?.titles).toStrictEqual((await allTitles()).titles);
    expect((await allTitles(found?.titles)).titles).toBe(found?.titles);

    await library.titles.update(game(7).npCommunicationId, { progress: 3 });
    const { titles } = await allTitles(found?.titles);
    expect(titles).not.toBe(found?.titles);
    expect(titles.filter((title, at) => title !== found?.titles[at])).toHaveLength(1);
  });

  test('comes what was earned of every set, once none lacks its row', async () => {
    await play(2, [DAY_OF_2026]);
    await play(1, [DAY_OF_2026 + 1_000]);
    await library.overview.put({ ...EMPTY_OVERVIEW, earningsFilledTo: setId(1) });
    expect(earnedAtFirst(await readWhole('earnings', 'overview'))).toBeNull();

    await library.overview.put(EMPTY_OVERVIEW);
    const earned = earnedAtFirst(await readWhole('earnings', 'overview')) ?? [];
    const all = await new EarningsReading(library, Date.now).all();
    expect(earned).toStrictEqual(all);
    expect(await new EarningsReading(library, Date.now, earned).all()).toBe(earned);

    const [row] = all;
    await putRaw(library, 'earnings', { ...row, trophies: 'short' });
    expect(earnedAtFirst(await readWhole('earnings', 'overview'))).toBeNull();
  });

  test('nothing comes early where a row is in no order, and has to be counted', async () => {
    await library.titles.bulkPut([game(1), game(2)]);
    expect((await readWhole())?.titles).toHaveLength(2);

    await putRaw(library, 'titles', { ...game(3), lastPlayedAt: null });
    expect(await readWhole()).toBeNull();
  });

  test('what says what to play next comes as it is read later', async () => {
    await library.titles.bulkPut([game(1), game(2)]);
    const [one, other] = [game(1).npCommunicationId, game(2).npCommunicationId];
    const item = { version: 1, device: 'here', value: true } as const;
    await library.playerItems.bulkPut([
      { ...item, kind: 'pin', npCommunicationId: one, trophyId: 3 },
      { ...item, kind: 'unobtainable', npCommunicationId: other, trophyId: 4 },
      { ...item, kind: 'not-this', npCommunicationId: one, trophyId: -1, value: { until: null } },
      { ...item, kind: 'note', npCommunicationId: one, trophyId: 5, value: 'Not asked for' },
    ]);
    const event = { seenAt: 1, trophyId: null, earnedAt: null, trophies: 1 };
    await library.trophyEvents.bulkPut([
      { ...event, n: 0, kind: 'lost-hundred', npCommunicationId: other },
      { ...event, n: 1, kind: 'completed', npCommunicationId: one },
    ]);
    const marks = nextMarksAtFirst(await readWhole('playerItems', 'trophyEvents'));
    expect(marks).toStrictEqual(await readNextMarks(library));
    expect([...marks!.pinned, ...marks!.unobtainable, ...marks!.lostHundred]).toHaveLength(3);
    expect(marks!.notThis).toHaveLength(1);

    expect(nextMarksAtFirst(await readWhole())).toBeNull();
    await putRaw(library, 'playerItems', {
      ...item,
      kind: 'pin',
      npCommunicationId: 7,
      trophyId: 3,
    });
    expect(nextMarksAtFirst(await readWhole('playerItems', 'trophyEvents'))).toBeNull();
  });

  test('comes nothing that it was not asked for', async () => {
    await play(1, [DAY_OF_2026]);
    await library.overview.put(EMPTY_OVERVIEW);
    const opened = [await read(), await readWhole(), await readWhole('overview'), null];
    expect(opened.map((first) => earnedAtFirst(first))).toEqual([null, null, null, null]);
  });
});
