import { LibraryDatabase } from './database';
import { storable } from './storage-failure';

/** Opens an account's database. Fails with `storage-unavailable` where the browser keeps nothing for extensions. */
export async function openLibraryDatabase(accountId: string): Promise<LibraryDatabase> {
  const database = new LibraryDatabase(accountId);
  closeWhenErased(database);
  await storable(database.open());
  return database;
}

/** Dexie itself would open an erased database anew with the next call, and so bring it back. */
function closeWhenErased(database: LibraryDatabase): void {
  database.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) database.close();
    return newVersion !== null;
  });
}
