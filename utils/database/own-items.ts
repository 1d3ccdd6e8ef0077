import { knownItems } from '../domain/library/player-item';
import { openLibrary } from './open-library';

/** When it was found that the browser had lost what was here before; null where it has not, or the player knows. */
export async function readLostAt(accountId: string): Promise<number | null> {
  const library = await openLibrary(accountId);
  try {
    return (await library?.overview.get('library'))?.lostAt ?? null;
  } finally {
    library?.close();
  }
}

/** True where the player has made something in a library beyond picking games: a note, a pin, a tag, a goal. */
export async function hasOwnItems(accountId: string): Promise<boolean> {
  const library = await openLibrary(accountId);
  if (library === null) return false;
  try {
    return knownItems(await library.playerItems.toArray()).some(({ kind }) => kind !== 'choice');
  } finally {
    library.close();
  }
}
