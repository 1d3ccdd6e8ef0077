import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_OVERVIEW, type LibraryDatabase } from '@/utils/database/database';
import { databaseName } from '@/utils/database/library-name';
import { createLibrary } from '@/utils/database/open-library';
import { aLibraryTitle } from '../../support/library-titles';
import { putRaw } from '../../support/raw-rows';

let library: LibraryDatabase;
let accounts = 0;

beforeEach(async () => {
  const accountId = `readable-${String(++accounts)}`;
  library = await createLibrary(accountId);
});

afterEach(() => library.delete());

const title = (id: string, lastPlayedAt: number) =>
  aLibraryTitle({ npCommunicationId: id, lastPlayedAt });

describe('a title with nothing in it but its name', () => {
  beforeEach(async () => {
    await library.titles.bulkPut([title('A', 1), title('B', 2), title('C', 3)]);
    await putRaw(library, 'titles', { ...title('B', 2), name: null, earned: null });
  });

  test('costs itself only, however the table is read', async () => {
    const { titles } = library;
    const ids = (rows: (ReturnType<typeof aLibraryTitle> | undefined)[]) =>
      rows.map((row) => row?.npCommunicationId);

    expect(ids(await titles.toArray())).toStrictEqual(['A', 'C']);
    expect(ids(await titles.orderBy('lastPlayedAt').reverse().toArray())).toStrictEqual(['C', 'A']);
    expect(
      ids(await titles.where('npCommunicationId').anyOf('C', 'B', 'A').toArray()),
    ).toStrictEqual(['A', 'C']);
    expect(ids(await titles.filter(({ earned }) => earned.bronze !== 0).toArray())).toStrictEqual([
      'A',
      'C',
    ]);
    expect(ids(await titles.bulkGet(['A', 'B', 'C']))).toStrictEqual(['A', undefined, 'C']);
    expect(await titles.get('B')).toBeUndefined();
  });

  test('has a key all the same, and is counted', async () => {
    expect(await library.titles.toCollection().primaryKeys()).toStrictEqual(['A', 'B', 'C']);
    expect(await library.titles.count()).toBe(3);
  });

  test('does not keep a change of the others back', async () => {
    await library.titles.filter(({ earned }) => earned.bronze !== 0).modify({ choice: 'never' });

    expect((await library.titles.toArray()).map(({ choice }) => choice)).toStrictEqual([
      'never',
      'never',
    ]);
  });

  test('can be written over', async () => {
    await library.titles.put(title('B', 9));
    expect(await library.titles.get('B')).toStrictEqual(title('B', 9));
  });
});

test('a row of an earlier build has the default of what it lacks', async () => {
  const { tally, absence, isPlaytimePartial, ...earlier } = title('A', 1);
  await putRaw(library, 'titles', earlier);

  expect(await library.titles.get('A')).toStrictEqual({
    ...earlier,
    ...{ tally, absence, isPlaytimePartial },
  });
});

test.each([-5, 1e300, '3', null])(
  'a count or percent of %j is not known, and costs no row',
  async (odd) => {
    const row = title('A', 1);
    const earned = { ...row.earned, bronze: odd };
    const others = { playSeconds: odd, groupCount: odd };
    await putRaw(library, 'titles', { ...row, earned, progress: odd, ...others });

    expect(await library.titles.get('A')).toStrictEqual({
      ...row,
      earned: { ...row.earned, bronze: null },
      ...{ progress: null, playSeconds: null, groupCount: null },
    });
  },
);

test.each(['', ' \n', '\u200b\u2060'])('a title called %j goes by its id', async (name) => {
  await library.titles.bulkPut([{ ...title('A', 1), name }, title('B', 2)]);

  expect((await library.titles.toArray()).map((row) => row.name)).toStrictEqual([
    'A',
    'Lantern Keepers',
  ]);
});

test.each([
  [['PS5', 'PS5'], ['PS5']],
  [
    ['PS5', '', 'PS4'],
    ['PS5', 'PS4'],
  ],
  [[''], []],
])('the platforms %j are %j', async (platforms, expected) => {
  await library.titles.put({ ...title('A', 1), platforms });

  expect((await library.titles.get('A'))?.platforms).toStrictEqual(expected);
});

test('in every table a row of nothing but its key cannot be read', async () => {
  const rows = {
    titles: { npCommunicationId: 'A' },
    trophySets: { npCommunicationId: 'A' },
    playedGames: { npTitleId: 'A' },
    overview: { id: 'library' },
    unreadRows: { id: 'A' },
    syncRuns: { startedAt: 1 },
    syncCursor: { id: 'library' },
    metRows: { list: 'titles', id: 'A' },
    syncRequests: { number: 1 },
    openedGames: { number: 1 },
  } as const;
  for (const [name, row] of Object.entries(rows)) {
    await putRaw(library, name, row);
    const table = library.table(name);
    expect(await table.toArray(), name).toStrictEqual([]);
    expect(await table.count(), name).toBe(1);
  }
});

test('what was stored is read as it was stored', async () => {
  await library.overview.put(EMPTY_OVERVIEW);
  expect(await library.overview.get('library')).toStrictEqual(EMPTY_OVERVIEW);
  expect(library.name).toBe(databaseName(`readable-${String(accounts)}`));
});
