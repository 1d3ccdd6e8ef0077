import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LibraryDatabase } from '@/utils/database/database';
import { createLibrary } from '@/utils/database/open-library';
import { DexiePlayerWrites } from '@/utils/database/player-writes';
import { readUntoldNews } from '@/utils/database/untold-news';
import { KEY, Writes } from '@/utils/database/writes';
import { EMPTY_OVERVIEW } from '@/utils/database/database';
import { aNewRun, type SyncRun } from '@/utils/domain/sync/sync-run';
import { aLibraryTitle } from '../../support/library-titles';

let database: LibraryDatabase;
let player: DexiePlayerWrites;
let accounts = 0;

beforeEach(async () => {
  database = await createLibrary(`glance-${String(++accounts)}`);
  player = new DexiePlayerWrites(
    new Writes(database, () => 1, new AbortController().signal),
    'this',
  );
});

afterEach(() => database.delete());

/** So many games, of which the first has the fewest trophies left to its platinum. */
async function games(count: number): Promise<void> {
  await database.titles.bulkPut(
    Array.from({ length: count }, (_, at) =>
      aLibraryTitle({
        npCommunicationId: `G${String(at)}`,
        name: `Game ${String(at)}`,
        defined: { bronze: 20, silver: 0, gold: 0, platinum: 1 },
        earned: { bronze: 19 - at, silver: 0, gold: 0, platinum: 0 },
      }),
    ),
  );
}

async function found(run: Partial<SyncRun>): Promise<void> {
  const past = aNewRun(5, 'daily', false);
  await database.syncRuns.put({ ...past, finishedAt: 6, outcome: 'complete', ...run });
}

const newsOf = async () => {
  const { news } = await player.glance();
  return news && { games: news.titles.map(({ name }) => name), more: news.more };
};

test('news of hidden games take no place among those that are shown, and are not counted', async () => {
  await games(7);
  await found({ newPlatinums: ['G0', 'G1', 'G2', 'G3', 'G4', 'G5'] });
  for (const id of ['G0', 'G1', 'G5']) await player.markGame(id, { hide: true });
  await database.titles.delete('G2');

  expect(await newsOf()).toStrictEqual({ games: ['Game 3', 'Game 4'], more: 0 });

  await player.markGame('G1', { hide: false });
  await player.markGame('G5', { hide: false });
  expect(await newsOf()).toStrictEqual({ games: ['Game 1', 'Game 3', 'Game 4'], more: 1 });
});

test('where all that is new is of hidden games there is nothing new', async () => {
  await games(1);
  await found({ earnedIn: [{ npCommunicationId: 'G0', trophies: 2 }] });
  expect(await newsOf()).toStrictEqual({ games: ['Game 0'], more: 0 });
  await player.markGame('G0', { hide: true });

  expect(await newsOf()).toBeNull();
});

test('a notification names no hidden game, and does not lead to one', async () => {
  await games(3);
  await found({ newPlatinums: ['G0', 'G1'], lostHundreds: ['G0', 'G2'] });
  await player.markGame('G0', { hide: true });

  expect(await readUntoldNews(database, 5)).toMatchObject({
    npCommunicationIds: ['G1', 'G2'],
    platinums: ['Game 1'],
    lostHundreds: ['Game 2'],
  });
});

const closest = async () => (await player.glance()).closestPlatinum?.name ?? null;

test('there is a closest platinum while the library has one, whatever the player says of the first ones', async () => {
  await games(8);
  const ids = ['G0', 'G1', 'G2', 'G3', 'G4'];
  await database.overview.put({ ...EMPTY_OVERVIEW, id: KEY, closestPlatinums: ids });
  expect(await closest()).toBe('Game 0');

  for (const id of ids.slice(0, 2)) await player.markGame(id, { status: 'retired' });
  expect(await closest()).toBe('Game 2');
  for (const id of ids.slice(2)) await player.markGame(id, { hide: true });
  expect(await closest()).toBe('Game 5');
});

test('a game that the player takes up again is among the closest at once, in its place', async () => {
  await games(9);
  await database.overview.put({ ...EMPTY_OVERVIEW, id: KEY, closestPlatinums: ['G2', 'G4'] });
  for (const id of ['G0', 'G1', 'G3']) await player.markGame(id, { status: 'retired' });
  expect(await closest()).toBe('Game 2');

  await player.markGame('G1', { status: null });
  expect(await closest()).toBe('Game 1');
  // What is behind those that are known is not known to be next.
  await player.markGame('G8', { status: 'retired' });
  await player.markGame('G8', { status: null });
  for (const id of ['G1', 'G2', 'G4']) await player.markGame(id, { hide: true });
  expect(await closest()).toBe('Game 5');
});
