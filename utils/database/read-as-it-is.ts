import { databaseNames } from './database-names';
import { openAsItIs } from './open-as-it-is';
import { storable } from './storage-failure';
import { opened } from './upgrading';

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
    const database = await opened(name, opening);
    return database === null ? null : await storable(read(database));
  } finally {
    void opening.then(
      (database) => database?.close(),
      () => undefined,
    );
  }
}
