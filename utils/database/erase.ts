import { Dexie } from 'dexie';
import { FailureError } from '../domain/failure';

const OURS = 'trophy-shelf';
/** A page that does not let go of a database must not stop everything: whoever comes next tries again. */
const PATIENCE = 10_000;

/** Deletes every database of ours, of whatever account. Open ones close themselves. */
export async function eraseDatabases(): Promise<void> {
  for (const name of await databaseNames()) await inTime(Dexie.delete(name));
}

/** How many databases of ours there are. */
export async function countDatabases(): Promise<number> {
  return (await databaseNames()).length;
}

/** None where the browser keeps no databases for us at all. */
async function databaseNames(): Promise<string[]> {
  const databases = await indexedDB.databases().catch(() => []);
  return databases.flatMap(({ name }) => (name?.startsWith(OURS) === true ? [name] : []));
}

async function inTime(work: PromiseLike<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const fail = (): void => reject(new FailureError({ cause: 'storage-silent' }));
    timer = setTimeout(fail, PATIENCE);
  });
  await Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
