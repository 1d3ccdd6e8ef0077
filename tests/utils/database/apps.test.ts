import type { DBCore, Middleware } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appsIn } from '@/utils/database/apps';
import { LibraryDatabase, type PlayedGameRow } from '@/utils/database/database';
import { aPlayedGame } from '../../support/titles';

let database: LibraryDatabase;
let rowsRead: number;
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
          const response = await table.query(request);
          if (request.values === true) rowsRead += response.result.length;
          return response;
        },
        openCursor: async (request) => {
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
