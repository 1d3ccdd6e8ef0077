import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import { isUnseen } from '../domain/library/name-line';
import type { LibraryTitle } from '../domain/library/title';
import { readInPlace, UNREADABLE_PART } from '../schema/read-in-place';
import { ROW_SCHEMAS } from './row-schemas';

/** The row, or undefined where it cannot be read. */
type ReadRow = (row: unknown) => unknown;

const READERS = new Map<string, ReadRow>(
  Object.entries(ROW_SCHEMAS).map(([name, schema]) => {
    const read = readInPlace(schema);
    const named = name === 'titles' ? withWords : (row: unknown) => row;
    return [name, (row) => named(orUndefined(read(row)))];
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

/** As Sony's rows are read: a title without a name goes by its id, and each of its platforms is there once. */
function withWords(row: unknown): unknown {
  const title = row as LibraryTitle | undefined;
  if (title === undefined) return undefined;
  if (isUnseen(title.name)) title.name = title.npCommunicationId;
  if (title.platforms.length > 1 || title.platforms[0] === '')
    title.platforms = [...new Set(title.platforms)].filter((platform) => !isUnseen(platform));
  return title;
}

function orUndefined(row: unknown): unknown {
  return row === UNREADABLE_PART ? undefined : row;
}

function isThere(row: unknown): boolean {
  return row !== undefined;
}
