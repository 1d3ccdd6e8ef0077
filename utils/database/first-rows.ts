import { whileNoneIsDeleted } from './deleting-lock';
import { databaseName, INSTALLED } from './library-name';
import { openAsItIs } from './open-as-it-is';

/** Enough for the tallest screen. */
const FIRST_SCREEN = 50;

/** Whose library it is, and the rows of it that were played last, as they lie there. */
interface FirstRows {
  accountId: string;
  rows: readonly unknown[];
}

declare global {
  /** The rows of a library's first screen, on their way while what draws them is loaded. */
  var firstRows: Promise<FirstRows | null> | undefined;
}

/**
 * Begins to read a first screen: for a small script that a page has before all others. Without Dexie, which takes as
 * long as all the rest of it, and opens a database twice.
 */
export function beginToReadRows(accountId: Promise<string | null>): void {
  // Whatever is wrong with it is found again, and told, by what reads the whole library.
  globalThis.firstRows = accountId.then(rowsOf).catch(() => null);
}

async function rowsOf(accountId: string | null): Promise<FirstRows | null> {
  if (accountId === null) return null;
  const database = await whileNoneIsDeleted(() => openOfThisBuild(databaseName(accountId)));
  if (database === null) return null;
  try {
    return { accountId, rows: await lastPlayed(database) };
  } finally {
    database.close();
  }
}

async function openOfThisBuild(name: string): Promise<IDBDatabase | null> {
  const here = await indexedDB.databases();
  const isHere = here.some((each) => each.name === name && each.version === INSTALLED);
  return isHere ? openAsItIs(name) : null;
}

/** Browsers of today hand them over at once, earlier ones one by one. */
function lastPlayed(database: IDBDatabase): Promise<unknown[]> {
  const index = database.transaction('titles').objectStore('titles').index('lastPlayedAt');
  return 'getAllRecords' in index ? lastOf(index) : lastOneByOne(index);
}

function lastOf(index: IDBIndex): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const last = { direction: 'prev', count: FIRST_SCREEN };
    // Newer than its types.
    const request = index.getAll(last as never);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}

function lastOneByOne(index: IDBIndex): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const rows: unknown[] = [];
    const request = index.openCursor(null, 'prev');
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || rows.push(cursor.value) === FIRST_SCREEN) resolve(rows);
      else cursor.continue();
    };
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}
