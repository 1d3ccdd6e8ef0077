import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { DexieLibraryStore } from '@/utils/database/library-store';
import { Writes } from '@/utils/database/writes';
import { NOTHING_HELD, type PlayedGame } from '@/utils/domain/title';
import { aPlayedGame, aTitle } from '../../support/titles';

const ACCOUNT = 'of-version-1';

/** Rows as version 1 wrote them: they are copied here, since they never change. */
const TITLE = {
  ...aTitle({ npCommunicationId: 'NPWR00007_00', hidden: true }),
  lastPlayedAt: 50_000,
  lastPlayedSource: 'played-list',
  playSeconds: 77,
};
const OLD_GAME: Partial<PlayedGame> = aPlayedGame({ npTitleId: 'CUSA00007_00' });
delete OLD_GAME.service;
const GAME = { ...OLD_GAME, npCommunicationIds: ['NPWR00007_00'], matched: 1 };
const UNMATCHED = { ...OLD_GAME, npTitleId: 'CUSA9', npCommunicationIds: [], matched: 0 };
const OVERVIEW = {
  id: 'library',
  player: { accountId: '2721516955383551246', onlineId: 'x', avatarUrl: null, isPlus: true },
  summary: {
    trophyLevel: 437,
    progress: 40,
    tier: 5,
    earned: { bronze: 6_212, silver: 1_450, gold: 525, platinum: 55 },
  },
  lastSyncedAt: 123_456,
  gaps: [{ phase: 'matching', failure: { cause: 'sony-down', status: 503 } }],
};

let database: LibraryDatabase;

beforeEach(async () => {
  const old = new Dexie(`trophy-shelf-${ACCOUNT}`);
  old.version(1).stores({
    titles: 'npCommunicationId, lastPlayedAt',
    playedGames: 'npTitleId, *npCommunicationIds, [matched+lastPlayedAt]',
    cursor: 'id',
    overview: 'id',
    setAside: 'id',
  });
  await old.table('titles').bulkPut([TITLE, { ...TITLE, npCommunicationId: 'NPWR00008_00' }]);
  await old.table('playedGames').bulkPut([GAME, UNMATCHED]);
  await old.table('overview').put(OVERVIEW);
  await old.table('cursor').put({ id: 'library', phase: 'matching', offset: 0, done: 3 });
  await old.table('setAside').put({ id: 'titles/X', list: 'titles', fields: ['x'], seenAt: 1 });
  old.close();
  database = new LibraryDatabase(ACCOUNT);
});

afterEach(async () => {
  await database.delete();
});

test('titles of version 1 are left unpicked, there, and with nothing held', async () => {
  const added = { isPlus: false, choice: 'left', absence: null, held: NOTHING_HELD, tally: null };
  expect(await database.titles.toArray()).toStrictEqual([
    { ...TITLE, ...added },
    { ...TITLE, ...added, npCommunicationId: 'NPWR00008_00' },
  ]);
});

test('played games keep their matches, and what is not matched is found to be so', async () => {
  expect(await database.playedGames.toArray()).toStrictEqual([
    { ...GAME, service: null },
    { ...UNMATCHED, service: null },
  ]);
  const writes = new Writes(database, () => 1, new AbortController().signal);
  expect((await new DexieLibraryStore(writes).held()).unmatched).toStrictEqual([
    { npTitleId: 'CUSA9', lastPlayedAt: UNMATCHED.lastPlayedAt },
  ]);
});

test('what is known of the whole is kept, and what is new to it says that nothing is known', async () => {
  expect(await database.overview.toArray()).toStrictEqual([
    {
      ...OVERVIEW,
      wholeListAt: null,
      hasPlayedList: false,
      hasPicks: false,
      hasChosen: false,
      opened: [],
    },
  ]);
});

test('a sync of the old shape is dropped, with what it had set aside', async () => {
  expect(await database.cursor.count()).toBe(0);
  expect(await database.setAside.count()).toBe(0);
});

test('what version 1 did not have is there, and empty', async () => {
  expect(await database.trophySets.count()).toBe(0);
  expect(await database.marks.where('npCommunicationId').equals('NPWR00007_00').count()).toBe(0);
  expect(await database.runs.count()).toBe(0);
});

test('it is brought up once: what is written then stays as it is', async () => {
  await database.titles.update('NPWR00007_00', { choice: 'picked' });
  database.close();
  const again = new LibraryDatabase(ACCOUNT);
  expect(await again.titles.get('NPWR00007_00')).toMatchObject({ choice: 'picked' });
  again.close();
});

test('a database of version 1 that held nothing yet is brought up too', async () => {
  const name = 'trophy-shelf-empty-of-version-1';
  const old = new Dexie(name);
  old.version(1).stores({ titles: 'npCommunicationId', playedGames: 'npTitleId', overview: 'id' });
  await old.open();
  old.close();
  const empty = new LibraryDatabase('empty-of-version-1');
  expect(await empty.overview.count()).toBe(0);
  await empty.delete();
});
