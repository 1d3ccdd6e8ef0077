import { FailureError } from '../domain/failure';
import { DATABASE_VERSION, databaseName, LibraryDatabase } from './database';
import { isEarlier } from './earlier-library';
import { openAsItIs } from './open-as-it-is';
import { storable, storageFailure } from './storage-failure';

/** Dexie counts in tens, so that a browser's own count has room between two versions. */
const INSTALLED = DATABASE_VERSION * 10;

/** Opens an account's library, and makes it where there is none. For the sync only, which alone may make one. */
export async function createLibrary(accountId: string): Promise<LibraryDatabase> {
  await installedVersion(accountId);
  const database = new LibraryDatabase(accountId);
  closeWhenErased(database);
  await storable(database.open());
  return database;
}

/** Opens an account's library where there is one, and otherwise answers null: it never makes one. */
export async function openLibrary(accountId: string): Promise<LibraryDatabase | null> {
  if ((await installedVersion(accountId)) === null) return null;
  const database = new LibraryDatabase(accountId);
  closeWhenErased(database);
  // Erased since the look: what would make it anew is part of the opening, and fails with it.
  let isMissing = false;
  database.on('populate', () => {
    isMissing = true;
    throw new Error('erased');
  });
  try {
    await database.open();
    return database;
  } catch (thrown) {
    database.close();
    if (isMissing) return null;
    throw storageFailure(thrown);
  }
}

/** Dexie itself would open an erased database anew with the next call, and so bring it back. */
function closeWhenErased(database: LibraryDatabase): void {
  database.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) database.close();
    return newVersion !== null;
  });
}

/**
 * The version of the account's database, or null where there is none; asked without Dexie, which would open a later
 * version as it is, and delete by name what it has not found. Fails where a later build wrote it, or an earlier one:
 * that is there only as long as it cannot be read (`earlier-library.ts`).
 */
async function installedVersion(accountId: string): Promise<number | null> {
  const found = await storable(findVersion(databaseName(accountId)));
  if (found === null) return null;
  if (found.isEarlier) throw new FailureError({ cause: 'storage-damaged' });
  if (found.version > INSTALLED) throw new FailureError({ cause: 'storage-newer' });
  return found.version;
}

async function findVersion(name: string): Promise<{ version: number; isEarlier: boolean } | null> {
  const database = await openAsItIs(name);
  if (database === null) return null;
  const found = { version: database.version, isEarlier: isEarlier(database) };
  database.close();
  return found;
}
