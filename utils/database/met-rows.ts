import type { ListName } from '../domain/sync/list-reading';
import type { ListPage } from '../sync/ports';
import type { LibraryDatabase } from './database';

/** Which reading of the sync under way has met each of these rows last, of those that one has. */
export async function metAmong(
  { metRows }: LibraryDatabase,
  list: ListName,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await metRows.bulkGet(ids.map((id) => [list, id]));
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.reading]] : [])));
}

/** Every row of a list that a reading of the sync under way has met. */
export async function allMet({ metRows }: LibraryDatabase, list: ListName): Promise<string[]> {
  const keys = await rowsOf(metRows, list).primaryKeys();
  return keys.map(([, id]) => id);
}

/** Notes the rows of a page that is not the last to be read; after that one nothing has to be told apart any more. */
export async function noteMet(
  { metRows }: LibraryDatabase,
  list: ListName,
  { ids, reading, end }: ListPage<unknown>,
): Promise<void> {
  const isGoingOn = end === 'more' || end === 'again';
  // One that a sync begins anew, after it was given up in the middle, has met nothing of it.
  if (!isGoingOn || reading.ever === ids.length) await rowsOf(metRows, list).delete();
  if (isGoingOn) await metRows.bulkPut(ids.map((id) => ({ list, id, reading: reading.number })));
}

function rowsOf(metRows: LibraryDatabase['metRows'], list: ListName) {
  return metRows.where('[list+id]').between([list, ''], [list, '\uffff']);
}
