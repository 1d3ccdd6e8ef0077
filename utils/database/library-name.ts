/** The version of the stored shapes. Append only: one that shipped is never edited. */
export const DATABASE_VERSION = 3;

/** Dexie counts in tens, so that a browser's own count has room between two versions. */
export const INSTALLED = DATABASE_VERSION * 10;

/** The name of an account's database. */
export function databaseName(accountId: string): string {
  return `trophy-shelf-${accountId}`;
}
