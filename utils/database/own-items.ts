import { knownItems } from '../domain/library/player-item';
import { openLibrary } from './open-library';

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
