import type { PlayerItemKind, StoredItem } from '../domain/library/player-item';
import type { LibraryDatabase } from './database';

/**
 * The player's items of one kind: of others there may be thousands.
 * @param last the last of some kinds that lie one behind the other
 */
export function playerItemsOf(
  { playerItems }: Pick<LibraryDatabase, 'playerItems'>,
  kind: PlayerItemKind,
  last = kind,
): Promise<StoredItem[]> {
  return (
    playerItems
      .where('[kind+npCommunicationId+trophyId]')
      // A shorter key stands before all that begin with it, and a list behind every text.
      .between([kind], [last, []])
      .toArray()
  );
}

/** From so many on all of a kind are read at once: `bulkGet` asks for each on its own, 5,000 of them for a second. */
const MANY = 100;

/** The items of one kind that are stored under these keys, in no order. Inside a transaction. */
export async function playerItemsAmong(
  library: Pick<LibraryDatabase, 'playerItems'>,
  kind: PlayerItemKind,
  keys: readonly Pick<StoredItem, 'npCommunicationId' | 'trophyId'>[],
): Promise<StoredItem[]> {
  if (keys.length >= MANY) return playerItemsOf(library, kind);
  const ids = keys.map(({ npCommunicationId, trophyId }) => {
    return [kind, npCommunicationId, trophyId] as [PlayerItemKind, string, number];
  });
  return (await library.playerItems.bulkGet(ids)).flatMap((item) => item ?? []);
}
