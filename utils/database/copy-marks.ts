import { marksIn, withMarks, type TitleMarks } from '../domain/library/player-item';
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

/** What the player has said of titles outlives these. Their trophies may too, and tell what a platinum needs. */
export async function marksAmong(
  { playerItems, trophySets }: LibraryDatabase,
  npCommunicationIds: readonly string[],
): Promise<Map<string, TitleMarks>> {
  const items = await playerItems.where('npCommunicationId').anyOf(npCommunicationIds).toArray();
  const marked = items.filter(({ kind }) => kind === 'unobtainable');
  const ids = [...new Set(marked.map(({ npCommunicationId }) => npCommunicationId))];
  const rows = ids.length === 0 ? [] : await trophySets.bulkGet(ids);
  const sets = new Map(rows.flatMap((row) => (row ? [[row.npCommunicationId, row] as const] : [])));
  return marksIn(items, (id) => {
    const row = sets.get(id);
    return row === undefined ? null : unpacked(row);
  });
}
