import type { TableSchema } from 'dexie';
import { LibraryDatabase } from '../../../utils/database/database';

const NAME = 'bench-plain';

/** Rows by the table of a library's in which they lie. */
type Rows = Readonly<Record<string, readonly unknown[]>>;

/**
 * Writes rows into a new database with the tables and indexes of a library, in one transaction: nothing is read, looked
 * at or compared, and nothing stands between.
 */
export async function writePlainly(rows: Rows): Promise<void> {
  const { tables } = new LibraryDatabase('plain');
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => {
    for (const { schema } of tables) makeTable(opening.result, schema);
  };
  const database = await answerOf(opening);
  const names = tables.map(({ name }) => name).filter((name) => rows[name] !== undefined);
  const writing = database.transaction(names, 'readwrite');
  for (const name of names) {
    const table = writing.objectStore(name);
    for (const row of rows[name] ?? []) table.put(row);
  }
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(new Error(writing.error?.message));
  });
  database.close();
}

/** So that it is new the next time, too. */
export async function forgetPlainly(): Promise<void> {
  await answerOf(indexedDB.deleteDatabase(NAME));
}

function makeTable(database: IDBDatabase, { name, primKey, indexes }: TableSchema): void {
  const { keyPath = null, auto } = primKey;
  const table = database.createObjectStore(name, { keyPath, autoIncrement: auto === true });
  for (const index of indexes) {
    if (index.keyPath === undefined) continue;
    table.createIndex(index.name, index.keyPath, { multiEntry: index.multi === true });
  }
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.message));
  });
}
