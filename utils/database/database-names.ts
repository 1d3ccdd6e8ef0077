import { databaseName } from './database';
import { storable } from './storage-failure';

/** The databases that are there, told without opening one. */
export async function databaseNames(): Promise<string[]> {
  const databases = await storable(indexedDB.databases());
  return databases.flatMap(({ name }) => (name === undefined ? [] : [name]));
}

/** The accounts that have a library in this browser. */
export async function accountsHere(): Promise<string[]> {
  const before = databaseName('');
  return (await databaseNames()).flatMap((name) => {
    const accountId = name.slice(before.length);
    // An account is a number: our other databases are named by words.
    return name.startsWith(before) && /^\d+$/.test(accountId) ? [accountId] : [];
  });
}
