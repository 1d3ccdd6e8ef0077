import { databaseName } from './library-name';
import { storable } from './storage-failure';

/** The databases that are there, told without opening one. */
export async function databaseNames(): Promise<string[]> {
  return (await databasesHere()).map(({ name }) => name);
}

/** The accounts that have a library in this browser. */
export async function accountsHere(): Promise<string[]> {
  return (await versionsHere()).map(([accountId]) => accountId);
}

/** The same, each with the version of its library, in the browser's own count. */
export async function versionsHere(): Promise<[accountId: string, version: number][]> {
  const before = databaseName('');
  return (await databasesHere()).flatMap(({ name, version }) => {
    const accountId = name.slice(before.length);
    // An account is a number: our other databases are named by words.
    const isAccount = name.startsWith(before) && /^\d+$/.test(accountId);
    return isAccount ? [[accountId, version] as [string, number]] : [];
  });
}

async function databasesHere(): Promise<{ name: string; version: number }[]> {
  const databases = await storable(indexedDB.databases());
  return databases.flatMap(({ name, version }) =>
    name === undefined || version === undefined ? [] : [{ name, version }],
  );
}
