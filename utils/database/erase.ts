import { Dexie } from 'dexie';
import { failureOf } from '../domain/failure';
import { tellDeleted } from './database-changes';
import { databaseName } from './library-name';
import { databaseNames } from './database-names';
import { whileNoneIsOpened } from './deleting-lock';
import { storable } from './storage-failure';

const OURS = 'trophy-shelf';
/** A page that does not let go of a database must not stop everything: whoever comes next tries again. */
const PATIENCE = 10_000;

/** Deletes every database of ours, of whatever account. Open ones close themselves. */
export async function eraseDatabases(): Promise<void> {
  await whileNoneIsOpened(async () => {
    for (const name of await ourNames()) await erase(name);
  }, PATIENCE);
}

/** Deletes the library of one account; nothing where there is none. */
export async function eraseLibrary(accountId: string): Promise<void> {
  await whileNoneIsOpened(async () => {
    const name = databaseName(accountId);
    // Deleting what is not there would leave its name on the disk.
    if ((await ourNames()).includes(name)) await erase(name);
  }, PATIENCE);
}

async function erase(name: string): Promise<void> {
  await storable(Dexie.delete(name), PATIENCE);
  tellDeleted(name);
}

/** How many databases of ours there are. */
export async function countDatabases(): Promise<number> {
  return (await ourNames()).length;
}

/** None where the browser has no databases for us at all. Fails where it only does not say. */
async function ourNames(): Promise<string[]> {
  const names = await databaseNames().catch((thrown: unknown) => {
    if (failureOf(thrown).cause === 'storage-unavailable') return [];
    throw thrown;
  });
  return names.filter((name) => name.startsWith(OURS));
}
