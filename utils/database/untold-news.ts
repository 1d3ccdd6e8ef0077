import type { LibraryTitle } from '../domain/library/title';
import type { SyncRun } from '../domain/sync/sync-run';
import type { SyncNews } from '../sync/ports';
import type { LibraryDatabase } from './database';

/** What the sync that began then has to tell, with what those before it have found that were given up. */
export async function readUntoldNews(
  database: LibraryDatabase,
  startedAt: number,
): Promise<SyncNews> {
  const untold = await untoldRuns(database, startedAt);
  // Nobody is told of a game that they have hidden.
  const shown = async (list: 'newPlatinums' | 'lostHundreds'): Promise<LibraryTitle[]> => {
    const ids = [...new Set(untold.flatMap((run) => run[list]))];
    const titles = (await database.titles.bulkGet(ids)).flatMap((title) => title ?? []);
    return titles.filter(({ hide }) => hide !== true);
  };
  const [platinums, lostHundreds] = [await shown('newPlatinums'), await shown('lostHundreds')];
  const unnamed = (list: 'newPlatinums' | 'lostHundreds'): number =>
    untold.reduce((sum, run) => sum + run.unnamed[list], 0);
  return {
    startedAt,
    npCommunicationIds: [
      ...new Set([...platinums, ...lostHundreds].map(({ npCommunicationId: id }) => id)),
    ],
    platinums: platinums.map(({ name }) => name),
    lostHundreds: lostHundreds.map(({ name }) => name),
    unnamed: { platinums: unnamed('newPlatinums'), lostHundreds: unnamed('lostHundreds') },
  };
}

/** Only a sync that ends tells what it has found, and no other finds it again. */
async function untoldRuns({ syncRuns }: LibraryDatabase, startedAt: number): Promise<SyncRun[]> {
  const run = await syncRuns.get(startedAt);
  if (run === undefined) return [];
  const before = await syncRuns
    .where('startedAt')
    .below(startedAt)
    .reverse()
    .until(({ outcome }) => outcome === 'complete')
    .toArray();
  return [run, ...before];
}
