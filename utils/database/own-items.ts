import { knownItems } from '../domain/library/player-item';
import type { LibraryDatabase } from './database';
import { openLibrary } from './open-library';

/** When it was found that the browser had lost what was here before; null where it has not, or the player knows. */
export function readLostAt(accountId: string): Promise<number | null> {
  return read(accountId, async ({ overview }) => (await overview.get('library'))?.lostAt ?? null);
}

/** True where the player has made something in a library beyond picking games: a note, a pin, a tag, a goal. */
export async function hasOwnItems(accountId: string): Promise<boolean> {
  const items = await read(accountId, ({ playerItems }) => playerItems.toArray());
  return knownItems(items ?? []).some(({ kind }) => kind !== 'choice');
}

/** Null where there is no library. */
async function read<Value>(
  accountId: string,
  work: (library: LibraryDatabase) => PromiseLike<Value>,
): Promise<Value | null> {
  const library = await openLibrary(accountId);
  try {
    return library && (await work(library));
  } finally {
    library?.close();
  }
}
