import { Dexie } from 'dexie';
import { failureOf } from '../domain/failure';
import { storable } from './storage-failure';

const OURS = 'trophy-shelf';
/** A page that does not let go of a database must not stop everything: whoever comes next tries again. */
const PATIENCE = 10_000;

/** Deletes every database of ours, of whatever account. Open ones close themselves. */
export async function eraseDatabases(): Promise<void> {
  for (const name of await databaseNames()) await storable(Dexie.delete(name), PATIENCE);
}

/** How many databases of ours there are. */
export async function countDatabases(): Promise<number> {
  return (await databaseNames()).length;
}

/** None where the browser has no databases for us at all. Fails where it only does not say. */
async function databaseNames(): Promise<string[]> {
  const databases = await storable(indexedDB.databases()).catch((thrown: unknown) => {
    if (failureOf(thrown).cause === 'storage-unavailable') return [];
    throw thrown;
  });
  return databases.flatMap(({ name }) => (name?.startsWith(OURS) === true ? [name] : []));
}
