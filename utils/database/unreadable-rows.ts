import { Dexie, type IndexableType, type Table } from 'dexie';
import { knownItems } from '../domain/library/player-item';
import { EMPTY_OVERVIEW, type LibraryDatabase, type TableName } from './database';
import { KEY, type Writes } from './writes';

/**
 * What a sync goes by: few rows, none of which is worth more than the next sync. Rows that a reading has met are as
 * many as the list: a page that cannot be read counts as not met, and is written anew.
 */
const SMALL_TABLES = [
  'syncCursor',
  'syncRequests',
  'openedGames',
  'overview',
] as const satisfies TableName[];

/** What it notes: it goes on where a row of these cannot be read, and may be as many as an account has games. */
const NOTES = ['syncRuns', 'unreadRows'] as const satisfies TableName[];

/** The keys of the rows that cannot be read. Inside a transaction. */
export async function unreadableKeys<Key>(table: Table<unknown, Key>): Promise<Key[]> {
  const keys = await table.toCollection().primaryKeys();
  const rows = await table.toArray();
  if (rows.length === keys.length) return [];
  const { keyPath } = table.schema.primKey;
  // A key of two parts is another array each time.
  const written = (key: unknown): string => JSON.stringify(key);
  const readable = new Set(
    rows.map((row) => written(Dexie.getByKeyPath(row as object, keyPath as string))),
  );
  return keys.filter((key) => !readable.has(written(key)));
}

/**
 * Which of these titles are stored and not among those that can be read, with since when such a row has its set revised:
 * nobody says that again. Inside a transaction.
 */
export async function unreadableAmong(
  { titles }: LibraryDatabase,
  ids: readonly string[],
  readable: ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, { revisedAt?: number }>> {
  const missing = ids.filter((id) => !readable.has(id));
  const stored = await titles.where('npCommunicationId').anyOf(missing).primaryKeys();
  const found = new Map<string, { revisedAt?: number }>();
  for (const id of stored) {
    const { revisedAt } = await rowAsItLies('titles', id);
    found.set(id, typeof revisedAt === 'number' ? { revisedAt } : {});
  }
  return found;
}

/** Past what leaves out rows that cannot be read. Inside a transaction. */
export function rowAsItLies(
  table: TableName,
  id: IDBValidKey,
): PromiseLike<Record<string, unknown>> {
  const request = Dexie.currentTransaction.idbtrans.objectStore(table).get(id);
  return new Dexie.Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Record<string, unknown>);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}

/**
 * Drops what a sync goes by where it cannot be read, so that it never stands in the way of one. What had been planned
 * with it, or asked for, is planned anew by a whole sync.
 */
export async function dropUnreadable(writes: Writes): Promise<void> {
  const isAny = await writes.read(SMALL_TABLES, async (database) => {
    const found = await Promise.all(SMALL_TABLES.map((name) => unreadableIn(database, name)));
    return found.some((keys) => keys.length > 0);
  });
  if (!isAny) return;
  await writes.transaction([...SMALL_TABLES, 'playerItems'], async (database) => {
    const dropped = new Set<TableName>();
    for (const name of SMALL_TABLES) {
      const keys = await unreadableIn(database, name);
      await database.table(name).bulkDelete(keys);
      if (keys.length > 0) dropped.add(name);
    }
    if (dropped.has('overview')) await makeOverview(database);
    if (dropped.has('syncCursor') || dropped.has('syncRequests')) {
      const anew = { kind: 'sync', npCommunicationId: null, tries: 0, pause: null } as const;
      await database.syncRequests.add(anew);
    }
  });
}

/** Drops what syncs have noted, where it cannot be read: with each sync, and not whenever one is looked after. */
export async function dropUnreadableNotes(database: LibraryDatabase): Promise<void> {
  for (const name of NOTES) {
    await database.table(name).bulkDelete(await unreadableIn(database, name));
  }
}

async function unreadableIn(database: LibraryDatabase, name: TableName): Promise<IndexableType[]> {
  const keys = await unreadableKeys(database.table<unknown, IndexableType>(name));
  // Beside it lies the mark of a restoring, which no sync goes by.
  return keys.filter((key) => name !== 'syncCursor' || key === KEY);
}

/** What the player made says that they have chosen; the rest comes with the next sync. */
async function makeOverview(database: LibraryDatabase): Promise<void> {
  const hasChosen = await hasChoices(database);
  const unfilled = { earningsFilledTo: '', openFilledTo: '', baseFilledTo: '' };
  await database.overview.put({ ...EMPTY_OVERVIEW, hasPicks: hasChosen, hasChosen, ...unfilled });
}

/** True where the player has picked games. Inside a transaction. */
export async function hasChoices({ playerItems }: LibraryDatabase): Promise<boolean> {
  return knownItems(await playerItems.toArray()).some(({ kind }) => kind === 'choice');
}
