import { Dexie } from 'dexie';
import { isSameRow } from '../domain/library/same-row';
import { FailureError } from '../domain/failure';
import type { LibraryDatabase } from './database';
import type { PlannedRow, StagedTable, StagingDatabase } from './staging';
import { isFullByNow } from './room';
import { storable } from './storage-failure';

/** So many rows at once: some have all trophies of a game with them. */
const AT_ONCE = 50;

/** All of a large library takes half a minute on a slow disk. Milliseconds. */
const PATIENCE = 10 * 60_000;

/** Rows of one table, with what each is to be; undefined where it goes. */
interface Moves {
  table: string;
  rows: readonly PlannedRow[];
  becomes: readonly (object | undefined)[];
}

/**
 * Makes of the library what was planned: all of it, or nothing. Fails where a row is neither as it was when that was
 * planned, nor as it is to be. Safe to repeat.
 */
export async function carryOutPlan(
  library: LibraryDatabase,
  staging: StagingDatabase,
  mark: string,
): Promise<void> {
  await moveRows(library, staging, `restored ${mark}`, async ({ table, rows, becomes }) => {
    const here = await library.table<object>(table).bulkGet(rows.map(({ key }) => key));
    const isAsPlanned = rows.every(
      ({ before }, index) => isSame(here[index], before) || isSame(here[index], becomes[index]),
    );
    if (!isAsPlanned) throw new FailureError({ cause: 'unexpected', during: 'changed-meanwhile' });
    return becomes;
  });
}

/** Makes of every row what it was before. Safe to repeat. */
export function takeBackPlan(
  library: LibraryDatabase,
  staging: StagingDatabase,
  mark: string,
): Promise<void> {
  return moveRows(library, staging, `undone ${mark}`, ({ rows }) =>
    rows.map(({ before }) => before),
  );
}

/** @param done lies in the library from then on: what the player changes after that is not changed once more */
async function moveRows(
  library: LibraryDatabase,
  staging: StagingDatabase,
  done: string,
  choose: (moves: Moves) => Promise<readonly (object | undefined)[]> | (object | undefined)[],
): Promise<void> {
  await storable(
    library.transaction('rw', library.tables, async () => {
      const cursor = library.table('syncCursor');
      if ((await cursor.where(':id').equals(done).count()) > 0) return;
      for (let last = 0; ;) {
        // The other database is read while this transaction is kept open.
        const some = await Dexie.waitFor(Dexie.ignoreTransaction(() => movesAfter(staging, last)));
        if (some === null) break;
        last = some.rows.at(-1)?.n ?? last;
        await put(library, some, await choose(some));
      }
      // A sync that was under way plans anew.
      await Promise.all([cursor.clear(), library.metRows.clear()]);
      await cursor.put({ id: done });
    }),
    PATIENCE,
  );
}

/** The next rows of one table; null after the last. */
async function movesAfter(staging: StagingDatabase, last: number): Promise<Moves | null> {
  // All of it is written at the end, but some of it on the disk before.
  if (await isFullByNow().catch(() => false)) throw new FailureError({ cause: 'storage-full' });
  const next = await staging.planned.where(':id').above(last).limit(AT_ONCE).toArray();
  const [first] = next;
  if (first === undefined) return null;
  const { table } = first;
  const end = next.findIndex((row) => row.table !== table);
  const some = end < 0 ? next : next.slice(0, end);
  const copied = some.filter(({ becomes }) => becomes === 'copied');
  const found =
    copied.length === 0
      ? []
      : await staging.staged(table as StagedTable).bulkGet(copied.map(({ key }) => key));
  return {
    ...{ table, rows: some },
    becomes: some.map((row) => (row.becomes === 'copied' ? found[copied.indexOf(row)] : row.after)),
  };
}

async function put(
  library: LibraryDatabase,
  { table, rows }: Moves,
  become: readonly (object | undefined)[],
): Promise<void> {
  const to = library.table<object>(table);
  await to.bulkPut(become.filter((row) => row !== undefined));
  await to.bulkDelete(rows.filter((_, index) => become[index] === undefined).map(({ key }) => key));
}

function isSame(one: object | undefined, other: object | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return isSameRow(one, other) && isSameRow(other, one);
}
