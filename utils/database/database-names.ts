import { librariesAmong } from './library-name';
import { storable } from './storage-failure';

/** The databases that are there, told without opening one. */
export async function databaseNames(): Promise<string[]> {
  return (await databasesHere()).map(({ name }) => name);
}

/** The accounts that have a library in this browser. */
export async function accountsHere(): Promise<string[]> {
  return (await versionsHere()).map(([accountId]) => accountId);
}

/** Whether this browser has a library of the account, told without opening it. */
export async function hasLibrary(accountId: string): Promise<boolean> {
  return (await accountsHere()).includes(accountId);
}

/** The same, each with the version of its library, in the browser's own count. */
export async function versionsHere(): Promise<[accountId: string, version: number][]> {
  return librariesAmong(await databasesHere());
}

async function databasesHere(): Promise<{ name: string; version: number }[]> {
  const databases = await storable(indexedDB.databases());
  return databases.flatMap(({ name, version }) =>
    name === undefined || version === undefined ? [] : [{ name, version }],
  );
}
