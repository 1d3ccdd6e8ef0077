import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import { readInPlace, UNREADABLE_PART } from '../schema/read-in-place';
import { readTitle } from './readable-title';
import { ROW_SCHEMAS } from './row-schemas';

/** The row, or undefined where it cannot be read. */
type ReadRow = (row: unknown) => unknown;

const READERS = new Map<string, ReadRow>(
  Object.entries(ROW_SCHEMAS).map(([name, schema]) => {
    const read = readInPlace(schema);
    return [name, name === 'titles' ? readTitle : (row) => orUndefined(read(row))];
  }),
);

/**
 * Whoever reads a table gets the rows that can be read, and no others; what an earlier build did not store is there
 * by its default. A row that cannot be read has a key all the same: `unreadable-rows.ts` finds it by that.
 */
export const readableRows: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'readable rows',
  create: (core) => ({
    ...core,
    table: (name) => {
      const read = READERS.get(name);
      return read === undefined ? core.table(name) : readableTable(core.table(name), read);
    },
  }),
};

function readableTable(table: DBCoreTable, read: ReadRow): DBCoreTable {
  return {
    ...table,
    get: (request) => table.get(request).then(read),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(read)),
    query: (request) =>
      table.query(request).then((response) => {
        if (request.values !== true) return response;
        return { ...response, result: response.result.map(read).filter(isThere) };
      }),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => {
        return cursor === null || request.values !== true ? cursor : readableCursor(cursor, read);
      }),
  };
}

/** Passes over what cannot be read. The browser's own cursor does not bear being copied. */
function readableCursor(cursor: DBCoreCursor, read: ReadRow): DBCoreCursor {
  let row: unknown;
  return Object.create(cursor, {
    key: { get: () => cursor.key as unknown },
    primaryKey: { get: () => cursor.primaryKey as unknown },
    value: { get: () => row },
    start: {
      value: (onRow: () => void) =>
        cursor.start(() => {
          row = read(cursor.value);
          if (isThere(row)) onRow();
          else cursor.continue();
        }),
    },
  }) as DBCoreCursor;
}

function orUndefined(row: unknown): unknown {
  return row === UNREADABLE_PART ? undefined : row;
}

function isThere(row: unknown): boolean {
  return row !== undefined;
}
