import { Dexie } from 'dexie';

const OURS = 'trophy-shelf';

/** Deletes every database of ours, of whatever account. Open ones close themselves. */
export async function eraseDatabases(): Promise<void> {
  for (const name of await databaseNames()) await Dexie.delete(name);
}

/** How many databases of ours there are. */
export async function countDatabases(): Promise<number> {
  return (await databaseNames()).length;
}

async function databaseNames(): Promise<string[]> {
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) => (name?.startsWith(OURS) === true ? [name] : []));
}
