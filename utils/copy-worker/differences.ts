import { LIBRARY_COPY } from '../copy/copied-tables';
import { withColumns } from '../copy/copy-form';
import { sayingOf } from '../domain/later-row';
import type { LibraryDatabase } from '../database/database';
import type { StagedTable, StagingDatabase } from '../database/staging';
import { keysInPieces, type RowKey } from './library-rows';
import type { StagedRows } from './staged-rows';

/** A row that is in the one and not in the other, or says something else in each. */
export interface Difference {
  key: RowKey;
  here?: object | undefined;
  copied?: object | undefined;
}

/** Two libraries, of which the one here may not be there; the other lies in the staging database. */
export interface Compared {
  library: LibraryDatabase | null;
  staging: StagingDatabase;
  copied: StagedRows;
  /** Told how many rows of the library cannot be read. */
  onUnread?: (rows: number) => void;
}

/** What differs in a table, some at a time: first by the rows of the copy, and then what is here alone. */
export async function* differencesOf(
  { library, copied, onUnread }: Compared,
  table: StagedTable,
): AsyncGenerator<Difference[], void, void> {
  const names = new Set<string>();
  for await (const keys of copied.keysInPieces(table)) {
    const rows = await copied.rowsOf(table, keys);
    const here = library === null ? [] : await library.table<object>(table).bulkGet(keys);
    if (library !== null) for (const key of keys) names.add(JSON.stringify(key));
    const missing = keys.filter((_, index) => here[index] === undefined);
    if (library !== null && onUnread) onUnread(await lyingAt(library, table, missing));
    yield keys.flatMap((key, index) => {
      const difference = { key, here: here[index], copied: rows[index] };
      return saysTheSame(table, difference) ? [] : [difference];
    });
  }
  if (library === null) return;
  for await (const keys of keysInPieces(library, table)) {
    const alone = keys.filter((key) => !names.has(JSON.stringify(key)));
    const here = await library.table<object>(table).bulkGet(alone);
    // What cannot be read counts as not there.
    onUnread?.(here.filter((row) => row === undefined).length);
    yield alone.flatMap((key, index) =>
      here[index] === undefined ? [] : [{ key, here: here[index] }],
    );
  }
}

/** How many of them lie there, also where they cannot be read: only keys say that. */
async function lyingAt(
  library: LibraryDatabase,
  table: StagedTable,
  keys: readonly RowKey[],
): Promise<number> {
  return (await library.table(table).where(':id').anyOf(keys).primaryKeys()).length;
}

/** By what of it goes into a copy. */
function saysTheSame(table: StagedTable, { here, copied }: Difference): boolean {
  if (here === undefined || copied === undefined) return here === copied;
  const { columns } = LIBRARY_COPY.tables[table];
  return sayingOf(withColumns(here, columns)) === sayingOf(withColumns(copied, columns));
}
