import { readFileSync, readdirSync } from 'node:fs';

/** What a build stored, as it lay on the disk: one file for each version of the shapes, never edited again. */
export interface StoredFixture {
  /** The version of its databases, in Dexie's own count. */
  databaseVersion: number;
  shapes: Record<string, string[]>;
  /** The tables of a library, as Dexie declares them, and their rows. */
  stores: Record<string, string>;
  library: Record<string, Record<string, unknown>[]>;
  /** `storage.local`, without the halves of the key. */
  local: Record<string, unknown>;
  /** A sealed refresh token, with both halves of its key, in base64. */
  vault: {
    accountId: string;
    half: string;
    keyHalf: string;
    sealed: { iv: string; data: string };
    token: string;
  };
}

const FOLDER = new URL('../fixtures/stored/', import.meta.url);

/** Every fixture with the number in its name, the oldest first. */
export function storedFixtures(): [number: number, fixture: StoredFixture][] {
  return readdirSync(FOLDER)
    .map((name): [number, StoredFixture] => [
      Number.parseInt(name, 10),
      JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as StoredFixture,
    ])
    .sort(([one], [other]) => one - other);
}
