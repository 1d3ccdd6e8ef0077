import { Dexie, type Collection } from 'dexie';
import { itemAbove, type Saying } from '../domain/library/above-item';
import type { StoredItem } from '../domain/library/player-item';
import { isEqualRow } from '../domain/library/same-row';
import { FailureError } from '../domain/failure';
import { EMPTY_OVERVIEW, type LibraryDatabase, type OverviewRow } from './database';
import { forgetSync } from './kept-pause';
import { rejoin } from './played-join';
import { StagedBlocks } from './staged-blocks';
import type { PlannedRow, PlannedRows, StagedTable, StagingDatabase } from './staging';
import { isFullByNow } from './room';
import { storable } from './storage-failure';

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
  ...{ earningsFilledTo: null, openFilledTo: null, baseFilledTo: null },
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

/** As it is when it has just been made. */
export async function isBare({ tables }: LibraryDatabase): Promise<boolean> {
  const others = tables.filter(({ name }) => name !== 'overview');
  const counts = await Promise.all(others.map((table) => table.count()));
  return counts.every((count) => count === 0);
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
      // Of a library that was just made nothing is asked row by row.
      const counts = await Promise.all(library.tables.map((table) => table.count()));
      const empty = library.tables.flatMap(({ name }, index) => (counts[index] === 0 ? name : []));
      const blocks = new StagedBlocks(staging);
      let written: PromiseLike<unknown> = Dexie.Promise.resolve();
      for (let next = movesAfter({ staging, blocks }, 0); ;) {
        // The other database is read while this transaction is kept open, and ahead of what is moved.
        const some = await Dexie.waitFor(next);
        if (some === null) break;
        next = movesAfter({ staging, blocks }, some.last);
        // Whoever waits for it is told.
        next.catch(() => undefined);
        for (const moves of some.moves) {
          const here = empty.includes(moves.table)
            ? moves.rows.map(() => undefined)
            : await library.table<object>(moves.table).bulkGet(moves.rows.map(({ key }) => key));
          const become = choose(moves, here);
          // Some rows are handed over while the browser writes those before.
          await written;
          written = put(library, moves, become);
          written.then(undefined, () => undefined);
        }
      }
      await written;
      await finish();
      await forgetSync(library);
      await cursor.put({ id: `${done} ${String(at)}` });
    }),
    PATIENCE,
  );
}

interface Staged {
  staging: StagingDatabase;
  blocks: StagedBlocks;
}

/** The next rows, table by table: to wait for each table's own would be a wait for nearly every row. Null after the last. */
function movesAfter(staged: Staged, after: number): Promise<Some | null> {
  return Promise.resolve(Dexie.ignoreTransaction(() => readMoves(staged, after)));
}

async function readMoves(staged: Staged, after: number): Promise<Some | null> {
  // All of it is written at the end, but some of it on the disk before.
  if (await isFullByNow().catch(() => false)) throw new FailureError({ cause: 'storage-full' });
  const next = await staged.staging.planned.where(':id').above(after).first();
  if (next === undefined) return null;
  const byTable = [...Map.groupBy(rowsIn(next), ({ table }) => table)];
  return {
    last: next.n,
    moves: await Promise.all(byTable.map((some) => movesOf(staged, ...some))),
  };
}

/** An earlier build has stored each by itself. */
function rowsIn(planned: PlannedRows | (PlannedRow & { rows?: never })): PlannedRow[] {
  return planned.rows ?? [planned];
}

async function movesOf(
  { staging, blocks }: Staged,
  table: string,
  rows: PlannedRow[],
): Promise<Moves> {
  const single = rows.filter(({ becomes, place }) => becomes === 'copied' && place === undefined);
  const inBlocks = await blocks.rowsAt(
    table,
    rows.map(({ place }) => place),
  );
  const bySelf =
    single.length === 0
      ? []
      : await staging.staged(table as StagedTable).bulkGet(single.map(({ key }) => key));
  const made = new Map(single.map((row, index) => [row, bySelf[index]]));
  const becomes = rows.map((row, index) => inBlocks[index] ?? made.get(row) ?? row.after);
  return { table, rows, becomes };
}

/** All of it is asked for at once: what were asked for later would find nothing under way, and the transaction closed. */
function put(
  library: LibraryDatabase,
  { table, rows }: Moves,
  become: MovedRows,
): PromiseLike<unknown> {
  const to = library.table<object>(table);
  const come = become.filter((row) => !!row);
  const gone = rows.filter((_, index) => !become[index]).map(({ key }) => key);
  return Dexie.Promise.all<unknown>([
    ...(come.length > 0 ? [to.bulkPut(come)] : []),
    ...(gone.length > 0 ? [to.bulkDelete(gone)] : []),
  ]);
}
