import { NEXT_KINDS } from '../domain/numbers/next-kinds';
import { setsOfNewest } from '../domain/numbers/newest-sets';
import { whileNoneIsDeleted } from './deleting-lock';
import { databaseName, INSTALLED, librariesAmong } from './library-name';
import { openAsItIs } from './open-as-it-is';
import { isPlainEarnings } from './plain-earnings';

/** Enough for the tallest screen. */
const FIRST_SCREEN = 50;
/** The newest so many trophies are among those of as many sets. */
const NEWEST_SETS = 60;
/** Of so many the names are there at once. */
const NEWEST_SHOWN = 30;

/** What a first screen shows, as it lies there. */
interface ReadRows {
  titles: readonly unknown[];
  /** Of the log: sets in which something was earned last, and the trophies of the newest. */
  earnings?: readonly unknown[];
  sets?: readonly unknown[];
  /** Where the titles are all that there are: what else was asked for. */
  whole?: WholeTables;
}

/** All rows of tables, by their names; of the player's items those by which is said what to play next. */
type WholeTables = Partial<
  Record<'earnings' | 'overview' | 'trophyEvents' | 'playerItems', readonly unknown[]>
>;

/** The same, and whose library it is. */
export interface FirstRows extends ReadRows {
  accountId: string;
}

export type Read = (database: IDBDatabase) => Promise<ReadRows>;

declare global {
  /** The rows of a library's first screen, on their way while what draws them is loaded. */
  var firstRows: Promise<FirstRows | null> | undefined;
}

/**
 * Begins to read a first screen: for a small script that a page has before all others. Without Dexie, which takes as
 * long as all the rest of it, and opens a database twice.
 */
export function beginToReadRows(
  accountId: Promise<string | null>,
  read: Read = lastPlayedRows,
): void {
  // Mostly there is one library alone: it is read while it is still asked whose is to be shown.
  const only = rowsOf(read, (accounts) => (accounts.length === 1 ? accounts[0] : undefined));
  // Whatever is wrong with it is found again, and told, by what reads the whole library.
  const found = only.catch(() => null);
  globalThis.firstRows = accountId.then((id) => rowsToShow(id, read, found)).catch(() => null);
}

async function rowsToShow(
  accountId: string | null,
  read: Read,
  only: Promise<FirstRows | null>,
): Promise<FirstRows | null> {
  if (accountId === null) return null;
  const found = await only;
  if (found?.accountId === accountId) return found;
  return rowsOf(read, (accounts) => accounts.find((each) => each === accountId));
}

/** The rows of one of the libraries of this build that are here. */
async function rowsOf(
  read: Read,
  oneOf: (accounts: string[]) => string | undefined,
): Promise<FirstRows | null> {
  const opened = await whileNoneIsDeleted(async () => {
    // As the browser says it: a failure that is told, and how long is waited, are the matter of who reads all of it.
    const libraries = librariesAmong(await indexedDB.databases());
    const here = libraries.filter(([, version]) => version === INSTALLED);
    const accountId = oneOf(here.map(([account]) => account));
    const database = accountId === undefined ? null : await openAsItIs(databaseName(accountId));
    return accountId === undefined || database === null ? null : { accountId, database };
  });
  if (opened === null) return null;
  const { accountId, database } = opened;
  try {
    return { accountId, ...(await read(database)) };
  } finally {
    database.close();
  }
}

/** The games that were played last: what the library opens with. */
export async function lastPlayedRows(database: IDBDatabase): Promise<ReadRows> {
  const titles = database.transaction('titles').objectStore('titles');
  return { titles: await lastBy(titles.index('lastPlayedAt'), FIRST_SCREEN) };
}

/** The trophies that were earned last, with their games: what the log opens with. */
export async function lastEarnedRows(database: IDBDatabase): Promise<ReadRows> {
  const reading = database.transaction(['earnings', 'titles', 'trophySets']);
  const earnings = await lastBy(reading.objectStore('earnings').index('lastAt'), NEWEST_SETS);
  const ids = setsOfNewest(earnings.filter(isPlainEarnings), NEWEST_SHOWN);
  const rowsIn = (table: string): Promise<unknown[]> =>
    Promise.all(ids.map((id) => found(reading.objectStore(table).get(id))));
  const [titles, sets] = await Promise.all([rowsIn('titles'), rowsIn('trophySets')]);
  return { earnings, titles, sets };
}

/** Every game, and all of these tables: what a page opens with that tells of the whole library. */
export function wholeRows(...tables: (keyof WholeTables)[]): Read {
  return async (database) => {
    const reading = database.transaction(['titles', ...tables]);
    const whole: WholeTables = {};
    // Not by the index, which looks up each row by itself: put in order they are in the page.
    const [titles] = await Promise.all([
      found<unknown[]>(reading.objectStore('titles').getAll()),
      ...tables.map(async (table) => {
        const store = reading.objectStore(table);
        const ranges = table === 'playerItems' ? NEXT_KINDS.map(ofKind) : [null];
        const rows = ranges.map((range) => found<unknown[]>(store.getAll(range)));
        whole[table] = (await Promise.all(rows)).flat();
      }),
    ]);
    return { titles, whole };
  };
}

/** Of other kinds there may be thousands. */
function ofKind(kind: string): IDBKeyRange {
  return IDBKeyRange.bound([kind], [kind, []]);
}

/** Browsers of today hand them over at once, earlier ones one by one. */
function lastBy(index: IDBIndex, count: number): Promise<unknown[]> {
  return 'getAllRecords' in index ? lastOf(index, count) : lastOneByOne(index, count);
}

function lastOf(index: IDBIndex, count: number): Promise<unknown[]> {
  // Newer than its types.
  return found(index.getAll({ direction: 'prev', count } as never));
}

async function lastOneByOne(index: IDBIndex, count: number): Promise<unknown[]> {
  const rows: unknown[] = [];
  const request = index.openCursor(null, 'prev');
  let cursor = await found(request);
  while (cursor !== null && rows.push(cursor.value) < count) {
    cursor.continue();
    cursor = await found(request);
  }
  return rows;
}

function found<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
}
