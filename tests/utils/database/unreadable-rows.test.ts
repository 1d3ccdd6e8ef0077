import { expect, test } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { dropUnreadable } from '@/utils/database/unreadable-rows';
import { Writes } from '@/utils/database/writes';

test('what a pass looks through does not grow with the list that it reads', async () => {
  const database = new LibraryDatabase('unreadable-rows');
  const rows = Array.from({ length: 50 }, (_, n) => ({
    list: 'titles' as const,
    id: `T${String(n)}`,
    reading: 1,
  }));
  await database.metRows.bulkPut(rows);
  let read = 0;
  database.metRows.hook('reading', (row) => {
    read++;
    return row;
  });
  await dropUnreadable(new Writes(database, () => 0, new AbortController().signal));

  expect(read).toBe(0);
  await database.delete();
});
