/** What went through IndexedDB: rows that were read and written, and these as JSON. */
export interface RowCounts {
  read: number;
  written: number;
  bytes: number;
}

type Request = IDBRequest<unknown>;
type Method = (this: unknown, ...args: unknown[]) => Request;

const READS: Record<string, (result: unknown) => number> = {
  get: (row) => (row === undefined ? 0 : 1),
  getAll: (rows) => (rows as unknown[]).length,
  openCursor: (cursor) => (cursor === null ? 0 : 1),
};
const WRITES = ['put', 'add', 'delete'];

/** Counts from here on, whoever reads and writes. Keys alone are no rows. */
export function countRows(): RowCounts {
  const counts = { read: 0, written: 0, bytes: 0 };
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    for (const [name, rowsIn] of Object.entries(READS)) {
      wrap(prototype, name, (request) =>
        request.addEventListener('success', () => (counts.read += rowsIn(request.result))),
      );
    }
  }
  for (const name of WRITES) {
    wrap(IDBObjectStore.prototype, name, (_, [row]) => {
      counts.written += 1;
      if (name !== 'delete') counts.bytes += Buffer.byteLength(JSON.stringify(row));
    });
  }
  return counts;
}

function wrap(
  prototype: object,
  name: string,
  note: (request: Request, args: unknown[]) => void,
): void {
  const method = Reflect.get(prototype, name) as Method;
  Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]): Request {
    const request = method.apply(this, args);
    note(request, args);
    return request;
  });
}
