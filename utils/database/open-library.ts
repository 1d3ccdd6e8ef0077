import { FailureError } from '../domain/failure';
import { DATABASE_VERSION, databaseName, EMPTY_OVERVIEW, LibraryDatabase } from './database';
import { isEarlier } from './earlier-library';
import { storable, storageFailure } from './storage-failure';

/** Dexie counts in tens, so that a browser's own count has room between two versions. */
const INSTALLED = DATABASE_VERSION * 10;

/**
 * Opens an account's library, and makes it where there is none. For the sync only, which alone may make one.
 * @param lostAt is in it from the beginning where it has to be made: with the making goes what tells of the loss
 */
export async function createLibrary(
  accountId: string,
  lostAt: number | null = null,
): Promise<LibraryDatabase> {
  await installedVersion(accountId);
  const database = new LibraryDatabase(accountId);
  closeWhenErased(database);
  if (lostAt !== null) {
    database.on('populate', (making) =>
      making.table('overview').add({ ...EMPTY_OVERVIEW, lostAt }),
    );
  }
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

function findVersion(name: string): Promise<{ version: number; isEarlier: boolean } | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = true;
      // Nothing has come into being when the browser answers.
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      const found = { version, isEarlier: isEarlier(request.result) };
      request.result.close();
      resolve(found);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (isMissing) resolve(null);
      else reject(request.error ?? new Error('no answer'));
    };
  });
}
