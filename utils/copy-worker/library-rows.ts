import type { CopiedRows, CopiedTable } from '../copy/copied-tables';
import type { TableRows } from '../copy/copy-form';
import type { LibraryDatabase } from '../database/database';
import { STAGED_TABLES, type StagedTable } from '../database/staging';
import { UnreadRows } from './unread-rows';

/** So many rows are read at once; of sets fewer: each holds all trophies of a game. */
const AT_ONCE = 500;
const SETS_AT_ONCE = 25;

export type RowKey = string | number | (string | number)[];

type Tables = Pick<LibraryDatabase, 'table'>;

/** All keys of a table, as many at a time as rows are read at once. */
export async function* keysInPieces(
  tables: Tables,
  name: StagedTable,
): AsyncGenerator<RowKey[], void, void> {
  yield* piecesOf(name, (await tables.table(name).toCollection().primaryKeys()) as RowKey[]);
}

/** As many of these keys at a time as rows are read at once. */
export function* piecesOf(
  name: StagedTable,
  keys: readonly RowKey[],
): Generator<RowKey[], void, void> {
  const size = name === 'trophySets' ? SETS_AT_ONCE : AT_ONCE;
  for (let at = 0; at < keys.length; at += size) yield keys.slice(at, at + size);
}

/** The rows under neighbouring keys. One that cannot be read is not among them. */
export async function rowsBetween(
  tables: Tables,
  name: StagedTable,
  keys: readonly RowKey[],
): Promise<object[]> {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  return tables.table<object>(name).where(':id').between(first, last, true, true).toArray();
}

/** How many of them lie there and are not among these. */
async function unreadBetween(
  tables: Tables,
  name: StagedTable,
  keys: readonly RowKey[],
  read: number,
): Promise<number> {
  if (read >= keys.length) return 0;
  const between = tables.table(name).where(':id').between(keys[0], keys.at(-1), true, true);
  return Math.max(0, (await between.count()) - read);
}

/**
 * Every row of a library that goes into its copy, some at a time, and those after them are read meanwhile.
 * @param unread is told of those that cannot be read, and so do not
 */
export async function* rowsToCopy(
  library: Tables,
  settings: CopiedRows['settings'],
  unread = new UnreadRows(),
): AsyncGenerator<TableRows<CopiedTable>, void, void> {
  const rows = allRows(library, unread);
  const begun = (): ReturnType<typeof rows.next> => {
    const reading = rows.next();
    // Whoever waits for it is told.
    reading.catch(() => undefined);
    return reading;
  };
  let next = begun();
  yield { table: 'settings', rows: [settings] };
  for (;;) {
    const { done, value } = await next;
    if (done) return;
    next = begun();
    yield value;
  }
}

async function* allRows(
  library: Tables,
  unread: UnreadRows,
): AsyncGenerator<TableRows<StagedTable>, void, void> {
  for (const table of STAGED_TABLES) {
    for await (const keys of keysInPieces(library, table)) {
      const rows = await rowsBetween(library, table, keys);
      unread.note(table, keys.length, await unreadBetween(library, table, keys, rows.length));
      yield { table, rows };
    }
  }
}

/** True where a copy would hold much less of a table than lies there. The library is read for it, and nothing is made. */
export async function lacksMuch(library: Tables): Promise<boolean> {
  const unread = new UnreadRows();
  const rows = allRows(library, unread);
  for (let isEnd = false; !isEnd;) isEnd = (await rows.next()).done === true;
  return unread.isMuch;
}

/** How many that will be. */
export async function countRows(library: Tables): Promise<number> {
  const counts = await Promise.all(STAGED_TABLES.map((name) => library.table(name).count()));
  return counts.reduce((sum, count) => sum + count, 1);
}
