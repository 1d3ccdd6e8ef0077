import type { DBCore, Middleware } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appsIn, AppsReading } from '@/utils/database/apps';
import { EMPTY_OVERVIEW, LibraryDatabase, type PlayedGameRow } from '@/utils/database/database';
import { aPlayedGame } from '../../support/titles';

let database: LibraryDatabase;
let rowsRead: number;
/** How often it was asked for rows or keys other than by their keys. */
let asked: number;
let accounts = 0;

const counting: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'counting',
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      return {
        ...table,
        getMany: async (request) => {
          rowsRead += request.keys.length;
          return table.getMany(request);
        },
        query: async (request) => {
          asked += 1;
          const response = await table.query(request);
          if (request.values === true) rowsRead += response.result.length;
          return response;
        },
        openCursor: async (request) => {
          asked += 1;
          if (request.values === true) rowsRead += await table.count(request);
          return table.openCursor(request);
        },
      };
    },
  }),
};

beforeEach(() => {
  database = new LibraryDatabase(`apps-${String(++accounts)}`);
  database.use(counting);
  rowsRead = 0;
  asked = 0;
});

afterEach(() => database.delete());

function played(n: number, said: Partial<PlayedGameRow>): PlayedGameRow {
  const npTitleId = `PPSA${String(n)}`;
  const game = aPlayedGame({ npTitleId, lastPlayedAt: n });
  return { ...game, npCommunicationIds: [], matched: 1, refusal: null, ...said };
}

const MEDIA = { category: 'ps5_web_based_media_app' };
const UNDECIDED = { category: 'unknown', hasGenres: false };

test('apps are what has no set, last played first', async () => {
  await database.playedGames.bulkPut([
    played(1, MEDIA),
    played(2, { npCommunicationIds: ['A', 'B'] }),
    played(3, UNDECIDED),
    played(4, {}),
    played(5, { ...UNDECIDED, npCommunicationIds: ['C'] }),
    played(6, { ...UNDECIDED, matched: 0 }),
  ]);
  const apps = await appsIn(database);
  expect(apps.map(({ npTitleId }) => npTitleId)).toStrictEqual(['PPSA3', 'PPSA1']);
});

test('are found without reading the games', async () => {
  const games = Array.from({ length: 500 }, (_, n) => played(n, { npCommunicationIds: ['A'] }));
  await database.playedGames.bulkPut([...games, played(501, MEDIA), played(502, { matched: 0 })]);
  rowsRead = 0;

  expect(await appsIn(database)).toHaveLength(1);
  expect(rowsRead).toBe(1);
});

test('after a change those that changed are read, and no key of the others', async () => {
  const games = Array.from({ length: 500 }, (_, n) => played(n, { npCommunicationIds: ['A'] }));
  await database.playedGames.bulkPut([...games, played(501, MEDIA)]);
  const reading = new AppsReading(database);
  await reading.all();
  await database.playedGames.bulkPut([played(502, MEDIA), played(501, { matched: 0 })]);
  rowsRead = 0;
  asked = 0;

  const apps = await reading.some(['PPSA501', 'PPSA502', 'PPSA999']);
  expect(apps?.map(({ npTitleId }) => npTitleId)).toStrictEqual(['PPSA502']);
  expect({ rowsRead, asked }).toStrictEqual({ rowsRead: 3, asked: 0 });
});

test('whatever is written, what is followed is what is there', async () => {
  const said = fc.record({
    n: fc.integer({ min: 1, max: 5 }),
    lastPlayedAt: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom(MEDIA, UNDECIDED, {}, { category: 'ps5_native_game' }),
    sets: fc.constantFrom(0, 0, 1),
    matched: fc.constantFrom(0 as const, 1 as const, 1 as const),
    isDeleted: fc.boolean(),
  });
  await database.overview.put({ ...EMPTY_OVERVIEW, id: 'library', hasPlayedList: true });
  const reading = new AppsReading(database);
  await reading.all();
  await fc.assert(
    fc.asyncProperty(said, async ({ n, kind, sets, isDeleted, ...rest }) => {
      const npCommunicationIds = ['A'].slice(0, sets);
      const game = played(n, { ...kind, ...rest, npCommunicationIds });
      if (isDeleted) await database.playedGames.delete(game.npTitleId);
      else await database.playedGames.put(game);
      expect(await reading.some([game.npTitleId])).toStrictEqual(await appsIn(database));
    }),
    { numRuns: 60 },
  );
});

test('that there are none is not known until the played list was read', async () => {
  const reading = new AppsReading(database);
  expect(await reading.all()).toBeNull();
  await database.playedGames.put(played(1, MEDIA));
  expect(await reading.some(['PPSA1'])).toHaveLength(1);

  await database.playedGames.put(played(1, { matched: 0 }));
  await database.overview.put({ ...EMPTY_OVERVIEW, id: 'library', hasPlayedList: true });
  expect(await reading.some(['PPSA1'])).toStrictEqual([]);
});
