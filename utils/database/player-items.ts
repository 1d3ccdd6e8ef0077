import type { PlayerItemKind, StoredItem } from '../domain/library/player-item';
import type { LibraryDatabase } from './database';

/** The player's items of one kind: of others there may be thousands. */
export function playerItemsOf(
  { playerItems }: Pick<LibraryDatabase, 'playerItems'>,
  kind: PlayerItemKind,
): Promise<StoredItem[]> {
  return (
    playerItems
      .where('[kind+npCommunicationId+trophyId]')
      // A shorter key stands before all that begin with it, and a list behind every text.
      .between([kind], [kind, []])
      .toArray()
  );
}
