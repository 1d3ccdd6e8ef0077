import type { ListName } from '../domain/sync/list-reading';
import type { ListPage } from '../sync/ports';
import type { LibraryDatabase, MetPage } from './database';

/** Which reading of the sync under way has met each of these rows last, of those that one has. */
export async function metAmong(
  database: LibraryDatabase,
  list: ListName,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const asked = new Set(ids);
  const met = new Map<string, number>();
  for (const page of await pagesOf(database, list)) {
    for (const id of page.ids) {
      if (asked.has(id)) met.set(id, Math.max(page.reading, met.get(id) ?? 0));
    }
  }
  return met;
}

/** Every row of a list that a reading of the sync under way has met. */
export async function allMet(database: LibraryDatabase, list: ListName): Promise<string[]> {
  return (await pagesOf(database, list)).flatMap(({ ids }) => ids);
}

/** Notes the rows of a page that is not the last to be read; after that one nothing has to be told apart any more. */
export async function noteMet(
  { metRows }: LibraryDatabase,
  list: ListName,
  { ids, reading, end }: ListPage<unknown>,
): Promise<void> {
  const isGoingOn = end === 'more' || end === 'again';
  const met = rowsOf(metRows, list);
  // One that a sync begins anew, after it was given up in the middle, has met nothing of it.
  if (!isGoingOn || reading.ever === ids.length) await met.clone().delete();
  if (!isGoingOn) return;
  const id = String(await met.count());
  await metRows.put({ list, id, reading: reading.number, ids: [...ids] });
}

function pagesOf({ metRows }: LibraryDatabase, list: ListName): Promise<MetPage[]> {
  return rowsOf(metRows, list).toArray();
}

function rowsOf(metRows: LibraryDatabase['metRows'], list: ListName) {
  return metRows.where('[list+id]').between([list, ''], [list, '\uffff']);
}
