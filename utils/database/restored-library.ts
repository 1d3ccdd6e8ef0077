import { Dexie, type Collection } from 'dexie';
import { itemAbove, type Saying } from '../domain/library/above-item';
import type { StoredItem } from '../domain/library/player-item';
import { isEqualRow } from '../domain/library/same-row';
import { FailureError } from '../domain/failure';
import { EMPTY_OVERVIEW, type LibraryDatabase, type OverviewRow } from './database';
import { rejoin } from './played-join';
import type { PlannedRow, StagedTable, StagingDatabase } from './staging';
import { isFullByNow } from './room';
import { storable } from './storage-failure';

/** So many rows at once, of whatever tables: a third of them have all trophies of a game with them. */
const AT_ONCE = 150;

/** All of a large library takes half a minute on a slow disk. Milliseconds. */
const PATIENCE = 10 * 60_000;

export type MovedRows = readonly (object | undefined)[];

/** Rows of one table, with what each is to be; undefined where it goes. */
export interface Moves {
  table: string;
  rows: readonly PlannedRow[];
  becomes: MovedRows;
}

/** Rows of several tables, up to the last of the plan that is among them. */
interface Some {
  last: number;
  moves: Moves[];
}

/** What rows are moved by. */
export interface Moving {
  /** Of the plan. */
  mark: string;
  /** By Sony's clock, as what is seen is dated. */
  now: number;
  /** Who says of words that go to the player's other computers that they are others; null where none do. */
  said: Saying | null;
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
  { mark, now, said }: Moving,
): Promise<void> {
  const choose = ({ table, rows, becomes }: Moves, here: MovedRows): MovedRows => {
    const isAsPlanned = rows.every(
      (row, index) => isAsItWas(row, here[index]) || isEqualRow(here[index], becomes[index]),
    );
    if (!isAsPlanned) throw new FailureError({ cause: 'unexpected', during: 'changed-meanwhile' });
    return becomes.map((row, index) =>
      said !== null && table === 'playerItems'
        ? itemAbove(row as StoredItem | undefined, here[index] as StoredItem | undefined, said)
        : withNewsSeen(table, row, here[index]),
    );
  };
  const done = `restored ${mark}`;
  await moveRows(library, staging, { done, at: now, choose, finish: () => joinPlayed(library) });
}

/** What two libraries know of what was played is joined to the games of both. */
async function joinPlayed(library: LibraryDatabase): Promise<void> {
  if ((await library.overview.get('library'))?.isJoinPending !== true) return;
  await rejoin(library, await library.titles.toCollection().primaryKeys());
  await library.overview.update('library', { isJoinPending: false });
}

/** When the library was made what this plan says; null where it was not, or nobody knows. */
export async function restoredAt(library: LibraryDatabase, mark: string): Promise<number | null> {
  const [key] = await marksOf(library, `restored ${mark}`).primaryKeys();
  return typeof key === 'string' ? Number(key.split(' ')[2]) : null;
}

/** No sync reads such a row. */
function marksOf(library: LibraryDatabase, done: string): Collection {
  return library.table('syncCursor').where(':id').startsWith(done);
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
export function withNewsSeen(
  table: string,
  becomes: object | undefined,
  here: object | undefined,
): object | undefined {
  if (table !== 'overview' || becomes === undefined) return becomes;
  const seen = [becomes, here].flatMap((row: Partial<OverviewRow> = {}) => row.newsSeenUpTo ?? []);
  return { ...becomes, newsSeenUpTo: seen.length > 0 ? Math.max(...seen) : null };
}

interface Move {
  /** Lies in the library from then on, with when: what the player changes after that is not changed once more. */
  done: string;
  at?: number;
  choose: (moves: Moves, here: MovedRows) => MovedRows;
  finish: () => Promise<void>;
}

export async function moveRows(
  library: LibraryDatabase,
  staging: StagingDatabase,
  { done, at = 0, choose, finish }: Move,
): Promise<void> {
  await storable(
    library.transaction('rw', library.tables, async () => {
      const cursor = library.table('syncCursor');
      if (await marksOf(library, done).count()) return;
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
      await finish();
      // A sync that was under way plans anew.
      await Promise.all([cursor.clear(), library.metRows.clear()]);
      await cursor.put({ id: `${done} ${String(at)}` });
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

async function put(
  library: LibraryDatabase,
  { table, rows }: Moves,
  become: MovedRows,
): Promise<void> {
  const to = library.table<object>(table);
  await to.bulkPut(become.filter((row) => !!row));
  await to.bulkDelete(rows.filter((_, index) => !become[index]).map(({ key }) => key));
}
