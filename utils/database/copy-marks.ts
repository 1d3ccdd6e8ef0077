import { marksIn, withMarks } from '../domain/library/player-item';
import type { LibraryDatabase } from './database';
import { unpacked } from './packed-set';

/** Puts what the player's items say of a title into its row, where the list of games reads it. Inside a transaction. */
export async function copyMarks(
  { titles, trophySets, playerItems }: LibraryDatabase,
  npCommunicationId: string,
): Promise<void> {
  const title = await titles.get(npCommunicationId);
  if (title === undefined) return;
  const row = await trophySets.get(npCommunicationId);
  const set = row === undefined ? null : unpacked(row);
  const items = await playerItems.where({ npCommunicationId }).toArray();
  await titles.put(withMarks(title, marksIn(items, () => set).get(npCommunicationId)));
}
