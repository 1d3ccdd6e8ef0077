import { FailureError } from '../domain/failure';
import { LibraryDatabase } from './database';

/** Opens an account's database. Fails with `storage-unavailable` where the browser keeps nothing for extensions. */
export async function openLibraryDatabase(accountId: string): Promise<LibraryDatabase> {
  const database = new LibraryDatabase(accountId);
  closeWhenErased(database);
  await storable(database.open());
  return database;
}

/** Dexie itself would open an erased database anew with the next call, and so bring it back. */
export function closeWhenErased(database: LibraryDatabase): void {
  database.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) database.close();
    return newVersion !== null;
  });
}

/** Firefox set to never remember history, and some policies, refuse IndexedDB altogether. */
export async function storable<Value>(work: PromiseLike<Value>): Promise<Value> {
  try {
    return await work;
  } catch {
    throw new FailureError({ cause: 'storage-unavailable' });
  }
}
