import { expect } from 'vitest';

/** Of each table the digest of every row, in the order of their keys. */
export type RowDigests = Record<string, string[]>;

/** Which rows differ, and not all of them, where any does. */
export function expectEqual(after: RowDigests, before: RowDigests): void {
  const differing = Object.entries(before).flatMap(([table, rows]) =>
    rows.flatMap((row, index) =>
      after[table]?.[index] === row ? [] : [`${table} ${String(index)}`],
    ),
  );
  expect(differing.slice(0, 20)).toEqual([]);
  const counts = (digests: RowDigests): Record<string, number> =>
    Object.fromEntries(Object.entries(digests).map(([table, rows]) => [table, rows.length]));
  expect(counts(after)).toEqual(counts(before));
}

/** Runs in the page, by itself. What a sync goes by while it runs is in no copy, and that nothing is missing is found out anew. */
export async function digestsInPage(): Promise<RowDigests> {
  const LEFT = ['syncCursor', 'metRows', 'syncRequests', 'openedGames', 'unreadRows'];
  const databases = await indexedDB.databases();
  const { name = '' } = databases.find((each) => /-\d+$/.test(each.name ?? '')) ?? {};
  const promised = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  const database = await promised(indexedDB.open(name));
  const digestOf = async (row: unknown): Promise<string> => {
    const text = JSON.stringify(row, (key, value: unknown) => {
      if (key === 'nothingMissing') return null;
      const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isRecord ? Object.fromEntries(Object.entries(value).sort()) : value;
    });
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return String(new DataView(bytes).getBigUint64(0));
  };
  const digests: RowDigests = {};
  for (const table of [...database.objectStoreNames].filter((each) => !LEFT.includes(each))) {
    const rows: unknown[] = await promised(database.transaction(table).objectStore(table).getAll());
    digests[table] = await Promise.all(rows.map(digestOf));
  }
  database.close();
  return digests;
}
