import { Dexie } from 'dexie';
import type { StoredItem } from '../domain/library/player-item';
import { isEqualRow } from '../domain/library/same-row';
import { FailureError } from '../domain/failure';
import { copyMarks } from './copy-marks';
import { EMPTY_OVERVIEW, type LibraryDatabase, type OverviewRow } from './database';
import type { PlannedRow, StagedTable, StagingDatabase } from './staging';
import { isFullByNow } from './room';
import { storable } from './storage-failure';
import { hasChoices } from './unreadable-rows';

/** So many rows at once, of whatever tables: a third of them have all trophies of a game with them. */
const AT_ONCE = 150;

/** All of a large library takes half a minute on a slow disk. Milliseconds. */
const PATIENCE = 10 * 60_000;

type Rows = readonly (object | undefined)[];

/** Rows of one table, with what each is to be; undefined where it goes. */
interface Moves {
  table: string;
  rows: readonly PlannedRow[];
  becomes: Rows;
}

/** Rows of several tables, up to the last of the plan that is among them. */
interface Some {
  last: number;
  moves: Moves[];
}

/** What is noted of a library, and is no change of it. */
const NOTED: Partial<OverviewRow> = {
  ...{ nothingMissing: null, lostAt: null, newsSeenUpTo: null },
  ...{ earningsFilledTo: null, openFilledTo: null },
};

/**
 * Makes of the library what was planned: all of it, or nothing. Fails where a row is neither as it was when that was
 * planned, nor as it is to be. Safe to repeat.
 */
export async function carryOutPlan(
  library: LibraryDatabase,
  staging: StagingDatabase,
  mark: string,
): Promise<void> {
  await moveRows(library, staging, `restored ${mark}`, ({ rows, becomes }, here) => {
    const isAsPlanned = rows.every(
      (row, index) => isAsItWas(row, here[index]) || isEqualRow(here[index], becomes[index]),
    );
    if (!isAsPlanned) throw new FailureError({ cause: 'unexpected', during: 'changed-meanwhile' });
    return rows.map(({ table }, index) => withNewsSeen(table, becomes[index], here[index]));
  });
}

/** But for what passes by itself: a library that has just been made, and deletions that were dated or forgotten. */
function isAsItWas({ table, before }: PlannedRow, here: object | undefined): boolean {
  if (table === 'overview') return isEqualRow(withoutNoted(before), withoutNoted(here));
  if (table !== 'playerItems' || (before as StoredItem | undefined)?.value !== null)
    return isEqualRow(here, before);
  return here === undefined || isEqualRow({ ...here, deletedAt: 0 }, { ...before, deletedAt: 0 });
}

function withoutNoted(row: object | undefined): object {
  return { ...EMPTY_OVERVIEW, ...row, ...NOTED };
}

/** What the player has seen of the news they need not see again, whatever the library becomes. */
function withNewsSeen(
  table: string,
  becomes: object | undefined,
  here: object | undefined,
): object | undefined {
  if (table !== 'overview' || becomes === undefined) return becomes;
  const seen = [becomes, here].flatMap((row: Partial<OverviewRow> = {}) => row.newsSeenUpTo ?? []);
  return { ...becomes, newsSeenUpTo: seen.length > 0 ? Math.max(...seen) : null };
}

/** What Sony says once more. What a sync has said of it since goes, with the rates that only that one has seen. */
const SAID_AGAIN = ['titles', 'trophySets', 'earnings', 'overview'];

/** Makes of every row what it was before; what the player, or the days, have changed since stays. Safe to repeat. */
export function takeBackPlan(
  library: LibraryDatabase,
  staging: StagingDatabase,
  mark: string,
): Promise<void> {
  const choose = ({ table, rows, becomes }: Moves, here: Rows): Rows =>
    rows.map(({ before }, index) => {
      const isAsMade = SAID_AGAIN.includes(table) || isEqualRow(here[index], becomes[index]);
      return isAsMade ? withNewsSeen(table, before, here[index]) : here[index];
    });
  return moveRows(library, staging, `undone ${mark}`, choose, async () => {
    const ids = await library.playerItems.orderBy('npCommunicationId').uniqueKeys();
    for (const id of ids) await copyMarks(library, id as string);
    // What the player has picked since stays too.
    if (await hasChoices(library))
      await library.overview.update('library', { hasPicks: true, hasChosen: true });
  });
}

/** @param done lies in the library from then on: what the player changes after that is not changed once more */
async function moveRows(
  library: LibraryDatabase,
  staging: StagingDatabase,
  done: string,
  choose: (moves: Moves, here: Rows) => Rows,
  finish?: () => Promise<void>,
): Promise<void> {
  await storable(
    library.transaction('rw', library.tables, async () => {
      const cursor = library.table('syncCursor');
      if (await cursor.where(':id').equals(done).count()) return;
      for (let next = movesAfter(staging, 0); ;) {
        // The other database is read while this transaction is kept open, and ahead of what is moved.
        const some = await Dexie.waitFor(next);
        if (some === null) break;
        next = movesAfter(staging, some.last);
        // Whoever waits for it is told.
        next.catch(() => undefined);
        for (const moves of some.moves) {
          const keys = moves.rows.map(({ key }) => key);
          const here = await library.table<object>(moves.table).bulkGet(keys);
          await put(library, moves, choose(moves, here));
        }
      }
      await finish?.();
      // A sync that was under way plans anew.
      await Promise.all([cursor.clear(), library.metRows.clear()]);
      await cursor.put({ id: done });
    }),
    PATIENCE,
  );
}

/** The next rows, table by table: to wait for each table's own would be a wait for nearly every row. Null after the last. */
function movesAfter(staging: StagingDatabase, after: number): Promise<Some | null> {
  return Promise.resolve(Dexie.ignoreTransaction(() => readMoves(staging, after)));
}

async function readMoves(staging: StagingDatabase, after: number): Promise<Some | null> {
  // All of it is written at the end, but some of it on the disk before.
  if (await isFullByNow().catch(() => false)) throw new FailureError({ cause: 'storage-full' });
  const next = await staging.planned.where(':id').above(after).limit(AT_ONCE).toArray();
  const last = next.at(-1)?.n;
  if (last === undefined) return null;
  const byTable = [...Map.groupBy(next, ({ table }) => table)];
  return { last, moves: await Promise.all(byTable.map((some) => movesOf(staging, ...some))) };
}

async function movesOf(
  staging: StagingDatabase,
  table: string,
  rows: PlannedRow[],
): Promise<Moves> {
  const copied = rows.filter(({ becomes }) => becomes === 'copied');
  const found = !copied.length
    ? []
    : await staging.staged(table as StagedTable).bulkGet(copied.map(({ key }) => key));
  const made = new Map(copied.map(({ n }, index) => [n, found[index]]));
  return { table, rows, becomes: rows.map(({ n, after }) => made.get(n) ?? after) };
}

async function put(library: LibraryDatabase, { table, rows }: Moves, become: Rows): Promise<void> {
  const to = library.table<object>(table);
  await to.bulkPut(become.filter((row) => !!row));
  await to.bulkDelete(rows.filter((_, index) => !become[index]).map(({ key }) => key));
}
