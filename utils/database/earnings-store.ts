import { earningsOf, type SetEarnings } from '../domain/numbers/earnings';
import { isAnyShort } from '../domain/trophies/short-answer';
import type { LibraryDatabase } from './database';
import { unpacked, type StoredSet } from './packed-set';
import type { Writes } from './writes';

/** So many sets are filled in at once: others want to write, and a worker may die. */
const AT_ONCE = 100;

/** What is known of a set's earned trophies; null where nobody has said of any. */
export function earningsIn(row: StoredSet, now: number, isWhole: boolean): SetEarnings | null {
  const set = unpacked(row);
  if (set.trophies.every(({ earned }) => earned === null)) return null;
  return earningsOf(set, now, isWhole);
}

/**
 * Sets that an earlier build has stored get what was earned of them, in the order of their keys: how far that has come
 * stands with what it has stored, so that whoever is killed goes on from there.
 */
export async function fillEarnings(writes: Writes): Promise<void> {
  let filledTo = (await writes.overview()).earningsFilledTo;
  while (filledTo !== null) {
    const from = filledTo;
    await writes.transaction(['trophySets', 'titles', 'earnings', 'overview'], async (database) => {
      filledTo = await fillSome(database, from, writes.now());
      await writes.changeOverview({ earningsFilledTo: filledTo });
    });
  }
}

/** Fills in the next sets after this one. Returns the last of them, or null where there are no more. */
async function fillSome(
  { trophySets, titles, earnings }: LibraryDatabase,
  from: string,
  now: number,
): Promise<string | null> {
  const rows = await trophySets.where('npCommunicationId').above(from).limit(AT_ONCE).toArray();
  const ids = rows.map(({ npCommunicationId }) => npCommunicationId);
  const found = await titles.bulkGet(ids);
  const filled = rows.flatMap((row, index) => {
    const { short } = found[index]?.fetched ?? {};
    return earningsIn(row, now, !isAnyShort(short ?? {})) ?? [];
  });
  await earnings.bulkPut(filled);
  return rows.length < AT_ONCE ? null : (ids.at(-1) ?? null);
}
