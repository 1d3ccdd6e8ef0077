import { Dexie, type Table } from 'dexie';
import { databaseNames } from './database-names';
import { OTHER_DATABASES } from './our-databases';
import { storable } from './storage-failure';

const NAME = OTHER_DATABASES.clearing;
const ROW = 'staying';

/**
 * Where the stored values that are to stay wait on the disk while their area is cleared. The database is there only
 * as long as that lasts: it is the sign by which a later worker knows.
 */
export class DexieClearingStore {
  async read(): Promise<Record<string, unknown> | null> {
    // Asked without opening it: each worker that starts asks.
    if (!(await databaseNames()).includes(NAME)) return null;
    // A worker that died before it had written anything has cleared nothing either.
    const staying = await withTable((table) => table.get(ROW));
    if (staying === undefined) await this.remove();
    return staying ?? null;
  }

  async write(staying: Record<string, unknown>): Promise<void> {
    await withTable((table) => table.put(staying, ROW));
  }

  async remove(): Promise<void> {
    await storable(Dexie.delete(NAME));
  }
}

async function withTable<Value>(
  work: (table: Table<Record<string, unknown>, string>) => PromiseLike<Value>,
): Promise<Value> {
  // On the disk before anything is cleared.
  const database = new Dexie(NAME, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ values: '' });
  try {
    return await storable(work(database.table('values')));
  } finally {
    database.close();
  }
}
