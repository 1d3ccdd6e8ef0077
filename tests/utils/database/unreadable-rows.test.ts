import type { Table } from 'dexie';
import { expect, test } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { dropUnreadable } from '@/utils/database/unreadable-rows';
import { Writes } from '@/utils/database/writes';

test.each(['metRows', 'unreadRows', 'syncRuns'] as const)(
  'what a pass looks through does not grow with what was noted: %s',
  async (name) => {
    const database = new LibraryDatabase(`unreadable-${name}`);
    const table: Table = database.table(name);
    await table.bulkPut(Array.from({ length: 50 }, (_, n) => rowOf(n)));
    let read = 0;
    table.hook('reading', (row: unknown) => {
      read++;
      return row;
    });
    await dropUnreadable(new Writes(database, () => 0, new AbortController().signal));

    expect(read).toBe(0);
    await database.delete();
  },
);

/** With the key of each of the tables. */
function rowOf(n: number) {
  return { list: 'titles', id: `T${String(n)}`, reading: 1, ids: [], startedAt: n };
}
