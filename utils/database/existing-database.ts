import { Dexie } from 'dexie';
import { FailureError } from '../domain/failure';
import { LibraryDatabase } from './database';
import { storable } from './storage-failure';

/** The tables of a library. */
type TableName = Exclude<keyof LibraryDatabase, keyof Dexie>;

/** A table of a library that was opened as it is. */
export type TableOf = <Name extends TableName>(name: Name) => LibraryDatabase[Name];

/**
 * Opens an account's library as it is on disk, and creates none. Null where there is none, or only one of an earlier
 * version: bringing it up to date is the background's.
 */
export async function openExisting(accountId: string): Promise<Dexie | null> {
  // Never opened itself: that would create it. It only knows its name and its version.
  const { name, verno } = new LibraryDatabase(accountId);
  if (!(await databaseNames()).includes(name)) return null;
  // The cache would answer for a database that was deleted and made anew.
  const database = new Dexie(name, { autoOpen: false, cache: 'disabled' });
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  // Deleted in between: Dexie, which was told no version, takes its creation back.
  const exists = await storable(
    database
      .open()
      .then(() => true)
      .catch('NoSuchDatabaseError', () => false),
  );
  const installed = database.verno;
  if (exists && installed === verno) return database;
  database.close();
  if (exists && installed > verno) throw new FailureError({ cause: 'storage-newer' });
  return null;
}

export function tablesOf(database: Dexie): TableOf {
  return <Name extends TableName>(name: Name) =>
    database.table(name) as unknown as LibraryDatabase[Name];
}

/** The accounts that have a library in this browser. */
export async function accountsHere(): Promise<string[]> {
  const before = new LibraryDatabase('').name;
  return (await databaseNames()).flatMap((name) => {
    const accountId = name.slice(before.length);
    // An account is a number: our other databases are named by words.
    return name.startsWith(before) && /^\d+$/.test(accountId) ? [accountId] : [];
  });
}

async function databaseNames(): Promise<string[]> {
  const databases = await storable(indexedDB.databases());
  return databases.flatMap(({ name }) => (name === undefined ? [] : [name]));
}
