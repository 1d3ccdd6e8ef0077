import { databaseNames } from './database-names';
import { storable } from './storage-failure';

/**
 * Reads from a database as it is on the disk, and closes it, however late it opens. Null where there is none.
 * Without Dexie, which would open a later version as it is, and delete by name what it has not found.
 */
export async function readAsItIs<Value>(
  name: string,
  read: (database: IDBDatabase) => Promise<Value>,
): Promise<Value | null> {
  if (!(await databaseNames()).includes(name)) return null;
  const opening = openAsItIs(name);
  try {
    const database = await storable(opening);
    return database === null ? null : await storable(read(database));
  } finally {
    void opening.then(
      (database) => database?.close(),
      () => undefined,
    );
  }
}

/** Null where it was deleted meanwhile: what would make it anew is taken back before the browser answers. */
function openAsItIs(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close();
      resolve(database);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (isMissing) resolve(null);
      else reject(request.error ?? new Error('no answer'));
    };
  });
}
