import { Dexie } from 'dexie';

/** Puts a row as no build would, or as an earlier one did, past everything that reads and writes. */
export async function putRaw(
  { name }: { name: string },
  table: string,
  row: object,
): Promise<void> {
  const database = await new Dexie(name).open();
  await database.table(table).put(row);
  database.close();
}

/** The rows of a table as they are on the disk. */
export async function rawRows({ name }: { name: string }, table: string): Promise<unknown[]> {
  const database = await new Dexie(name).open();
  const rows: unknown[] = await database.table(table).toArray();
  database.close();
  return rows;
}
