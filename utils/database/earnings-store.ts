import { earningsOf, type SetEarnings } from '../domain/numbers/earnings';
import { packedOpen } from '../domain/trophies/open-trophies';
import { sumOfGrades } from '../domain/trophies/grades';
import { isAnyShort } from '../domain/trophies/short-answer';
import { tallyOf } from '../domain/trophies/trophy-set';
import type { LibraryDatabase } from './database';
import { isAllOf, unpacked, type StoredSet } from './packed-set';
import type { Writes } from './writes';

/** So many sets are filled in at once: others want to write, and a worker may die. */
const AT_ONCE = 100;

/** What is known of a set's earned trophies; null where nobody has said of any. */
export function earningsIn(row: StoredSet, now: number, isWhole: boolean): SetEarnings | null {
  const set = unpacked(row);
  if (set.trophies.every(({ earned }) => earned === null)) return null;
  return earningsOf(set, now, isWhole && isAllOf(row, set));
}

/** What follows from sets, by how far it has come, and how some sets get it. */
const FILLED = {
  earningsFilledTo: fillEarnings,
  openFilledTo: fillOpen,
  baseFilledTo: fillBase,
} as const;

/**
 * Sets that an earlier build has stored get what was earned of them, and their titles what is open, in the order of
 * their keys: how far that has come stands with what it has stored, so that whoever is killed goes on from there.
 */
export async function fillSets(writes: Writes): Promise<void> {
  for (const name of ['earningsFilledTo', 'openFilledTo', 'baseFilledTo'] as const) {
    let filledTo = (await writes.overview())[name];
    while (filledTo !== null) {
      const from = filledTo;
      await writes.transaction(
        ['trophySets', 'titles', 'earnings', 'overview'],
        async (library) => {
          const next = library.trophySets.where('npCommunicationId').above(from).limit(AT_ONCE);
          const rows = await next.toArray();
          await FILLED[name](library, rows, writes.now());
          filledTo = rows.length < AT_ONCE ? null : (rows.at(-1)?.npCommunicationId ?? null);
          await writes.changeOverview({ [name]: filledTo });
        },
      );
    }
  }
}

async function fillEarnings(
  { titles, earnings }: LibraryDatabase,
  rows: readonly StoredSet[],
  now: number,
): Promise<void> {
  const found = await titles.bulkGet(rows.map(({ npCommunicationId }) => npCommunicationId));
  const filled = rows.flatMap((row, index) => {
    const { short } = found[index]?.fetched ?? {};
    return earningsIn(row, now, !isAnyShort(short ?? {})) ?? [];
  });
  await earnings.bulkPut(filled);
}

async function fillOpen({ titles }: LibraryDatabase, rows: readonly StoredSet[]): Promise<void> {
  const found = await titles.bulkGet(rows.map(({ npCommunicationId }) => npCommunicationId));
  const filled = rows.flatMap((row, index) => {
    const title = found[index];
    return title === undefined ? [] : { ...title, open: packedOpen(unpacked(row)) };
  });
  await titles.bulkPut(filled);
}

async function fillBase({ titles }: LibraryDatabase, rows: readonly StoredSet[]): Promise<void> {
  const found = await titles.bulkGet(rows.map(({ npCommunicationId }) => npCommunicationId));
  const filled = rows.flatMap((row, index) => {
    const title = found[index];
    if (!title?.tally) return [];
    const set = unpacked(row);
    const isWhole = !isAnyShort(title.fetched.short ?? {}) && isAllOf(row, set);
    const { base } = tallyOf(set, sumOfGrades(title.defined), isWhole) ?? {};
    return base === undefined ? [] : { ...title, tally: { ...title.tally, base } };
  });
  await titles.bulkPut(filled);
}
