/** The version of the stored shapes. Append only: one that shipped is never edited. */
export const DATABASE_VERSION = 3;

/** Dexie counts in tens, so that a browser's own count has room between two versions. */
export const INSTALLED = DATABASE_VERSION * 10;

/** The name of an account's database. */
export function databaseName(accountId: string): string {
  return `trophy-shelf-${accountId}`;
}

/** The accounts that have a library among these databases, each with its version in the browser's own count. */
export function librariesAmong(
  databases: readonly IDBDatabaseInfo[],
): [accountId: string, version: number][] {
  const before = databaseName('');
  return databases.flatMap(({ name = '', version }) => {
    const accountId = name.slice(before.length);
    // An account is a number: our other databases are named by words.
    const isAccount = name.startsWith(before) && /^\d+$/.test(accountId);
    return isAccount && version !== undefined ? [[accountId, version]] : [];
  });
}
