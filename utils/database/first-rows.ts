import { versionsHere } from './database-names';
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
  // Mostly there is one library alone: it is read while it is still asked whose is to be shown.
  const only = rowsOf((accounts) => (accounts.length === 1 ? accounts[0] : undefined));
  // Whatever is wrong with it is found again, and told, by what reads the whole library.
  const read = only.catch(() => null);
  globalThis.firstRows = accountId.then((id) => rowsToShow(id, read)).catch(() => null);
}

async function rowsToShow(
  accountId: string | null,
  only: Promise<FirstRows | null>,
): Promise<FirstRows | null> {
  if (accountId === null) return null;
  const found = await only;
  if (found?.accountId === accountId) return found;
  return rowsOf((accounts) => accounts.find((each) => each === accountId));
}

/** The rows of one of the libraries of this build that are here. */
async function rowsOf(
  oneOf: (accounts: string[]) => string | undefined,
): Promise<FirstRows | null> {
  const opened = await whileNoneIsDeleted(async () => {
    const here = (await versionsHere()).filter(([, version]) => version === INSTALLED);
    const accountId = oneOf(here.map(([account]) => account));
    const database = accountId === undefined ? null : await openAsItIs(databaseName(accountId));
    return accountId === undefined || database === null ? null : { accountId, database };
  });
  if (opened === null) return null;
  const { accountId, database } = opened;
  try {
    return { accountId, rows: await lastPlayed(database) };
  } finally {
    database.close();
  }
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
