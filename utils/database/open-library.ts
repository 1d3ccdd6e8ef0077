import type { Transaction } from 'dexie';
import { FailureError } from '../domain/failure';
import { EMPTY_OVERVIEW, isEarlier, LibraryDatabase } from './database';
import { databaseName, INSTALLED } from './library-name';
import { versionsHere } from './database-names';
import { whileNoneIsDeleted } from './deleting-lock';
import { readAsItIs } from './read-as-it-is';
import { readableRows } from './readable-rows';
import { storageFailure } from './storage-failure';
import { isUpgrading, opened, tellingUpgrades } from './upgrading';

/** What a page finds that has to wait until the background has brought it up to date, or carried it over. */
export const EARLIER_VERSION = 'earlier-version';

export type FoundLibrary = LibraryDatabase | typeof EARLIER_VERSION | null;

/**
 * Opens an account's library, and makes it where there is none. For the background only: connecting, a sync, and what is carried over.
 * @param lostAt is in it from the beginning where it has to be made: with the making goes what tells of the loss
 */
export async function createLibrary(
  accountId: string,
  lostAt: number | null = null,
): Promise<LibraryDatabase> {
  return createFilled(
    accountId,
    lostAt === null
      ? null
      : (making) => making.table('overview').add({ ...EMPTY_OVERVIEW, lostAt }),
  );
}

/** The same with what is in it from the beginning: it is there with all of that, or not at all. */
export async function createFilled(
  accountId: string,
  fill: ((making: Transaction) => unknown) | null,
): Promise<LibraryDatabase> {
  await ownVersion(accountId);
  const database = unopened(accountId);
  if (fill !== null) database.on('populate', fill);
  try {
    await opened(database.name, database.open());
  } catch (thrown) {
    // Also where it opens when nobody waits for it any more.
    database.close();
    throw thrown;
  }
  return database;
}

/** Opens an account's library where there is one, and otherwise answers null: it never makes one. */
export function openLibrary(accountId: string): Promise<LibraryDatabase | null> {
  return whileNoneIsDeleted(async () =>
    (await ownVersion(accountId)) === null ? null : openInstalled(accountId),
  );
}

/** The same for pages, to which an earlier version is none yet, or an earlier build's: that is the background's work. */
export async function openForPage(accountId: string): Promise<LibraryDatabase | null> {
  const found = await findForPage(accountId);
  return found === EARLIER_VERSION ? null : found;
}

/** The same for pages that wait for it. */
export function findForPage(accountId: string): Promise<FoundLibrary> {
  return whileNoneIsDeleted(async () => {
    // To open it now would be to wait for the end of that.
    if (await isUpgrading(databaseName(accountId))) return EARLIER_VERSION;
    const version = await installedVersion(accountId);
    if (version === null) return null;
    return version < INSTALLED ? EARLIER_VERSION : openInstalled(accountId);
  });
}

/**
 * Brings every library here up to date, whosever it is: who is not connected has no sync that opens theirs. One that
 * cannot be opened says so to whoever wants it.
 */
export async function upgradeLibraries(): Promise<void> {
  for (const [accountId, version] of await versionsHere()) {
    if (version >= INSTALLED) continue;
    const opening = openLibrary(accountId).then((database) => database?.close());
    await opened(databaseName(accountId), opening).catch(() => undefined);
  }
}

async function openInstalled(accountId: string): Promise<LibraryDatabase | null> {
  const database = unopened(accountId);
  // Erased meanwhile: what would make it anew is part of the opening, and fails with it.
  let isMissing = false;
  database.on('populate', () => {
    isMissing = true;
    throw new Error('erased');
  });
  try {
    await database.open();
    return database;
  } catch (thrown) {
    database.close();
    if (isMissing) return null;
    throw storageFailure(thrown);
  }
}

/** Closed by an erase, by a later version or by the browser, it stays so: Dexie would make it anew with the next call. */
function unopened(accountId: string): LibraryDatabase {
  // The cache would answer for a database that was deleted and made anew.
  const database = new LibraryDatabase(accountId, {
    autoOpen: false,
    cache: 'disabled',
    indexedDB: tellingUpgrades,
  });
  database.use(readableRows);
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  return database;
}

/**
 * The version of the account's database, 0 of one that an earlier build wrote, or null where there is none. Fails where
 * a later build wrote it.
 */
async function installedVersion(accountId: string): Promise<number | null> {
  const found = await readAsItIs(databaseName(accountId), (database) =>
    Promise.resolve(isEarlier(database) ? 0 : database.version),
  );
  if (found !== null && found > INSTALLED) throw new FailureError({ cause: 'storage-newer' });
  return found;
}

/** The same for who opens or makes it: an earlier build's is there only as long as it cannot be read. */
async function ownVersion(accountId: string): Promise<number | null> {
  const version = await installedVersion(accountId);
  if (version === 0) throw new FailureError({ cause: 'storage-damaged' });
  return version;
}
