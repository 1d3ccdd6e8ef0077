import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_OVERVIEW } from '@/utils/database/database';
import { DATABASE_VERSION, databaseName } from '@/utils/database/library-name';
import { proveLibrary } from '@/utils/database/library-access';
import {
  createLibrary,
  EARLIER_VERSION,
  findForPage,
  openForPage,
  openLibrary,
  upgradeLibraries,
} from '@/utils/database/open-library';
import { leaveEarlierVersion } from '../../support/slow-upgrade';

let accountId: string;
let accounts = 0;

beforeEach(() => {
  accountId = `open-${String(++accounts)}`;
});

afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete(databaseName(accountId));
});

async function exists(): Promise<boolean> {
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === databaseName(accountId));
}

/** What another build left: a database of this version with one row. */
async function leave(version: number): Promise<void> {
  const other = new Dexie(databaseName(accountId));
  other.version(version).stores({ overview: 'id', later: 'id' });
  await other.table('overview').put({ id: 'library', of: 'another build' });
  other.close();
}

describe.each([
  ['the background', openLibrary],
  ['a page', openForPage],
  ['a proof', (accountId: string) => proveLibrary(accountId).then(() => null)],
])('a library that %s does not find', (_, open) => {
  /** Deletes it right before the browser is asked so many times to open it. */
  function deleteBeforeOpening(nth: number) {
    let calls = 0;
    const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
    const real = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      if (++calls === nth) indexedDB.deleteDatabase(databaseName(accountId));
      return real(...args);
    });
    return deleted;
  }

  test('is not made', async () => {
    expect(await open(accountId)).toBeNull();
    expect(await exists()).toBe(false);
  });

  test.each([1, 2])(
    'since it has just been deleted (opening %i) is neither made nor deleted once more',
    async (nth) => {
      (await createLibrary(accountId)).close();
      const deleted = deleteBeforeOpening(nth);

      expect(await open(accountId)).toBeNull();
      expect(deleted).toHaveBeenCalledTimes(1);
      expect(await exists()).toBe(false);
    },
  );
});

test('one that was made is opened, with what is in it', async () => {
  const made = await createLibrary(accountId);
  await made.overview.put({ ...EMPTY_OVERVIEW, lastSyncedAt: 5 });
  made.close();

  const opened = await openLibrary(accountId);
  expect(await opened?.overview.get('library')).toMatchObject({ lastSyncedAt: 5 });
  opened?.close();
});

test('however opening and erasing meet, what was erased does not come back', async () => {
  for (let round = 0; round < 40; round++) {
    (await createLibrary(accountId)).close();
    const opening = Array.from({ length: 3 }, async (_, index) => {
      for (let turns = 0; turns < (round % 10) * index; turns++) await Promise.resolve();
      return round % 2 === 0 ? openLibrary(accountId) : openForPage(accountId);
    });
    const erasing = Dexie.delete(databaseName(accountId));
    const opened = await Promise.allSettled(opening);
    await erasing;
    for (const each of opened) if (each.status === 'fulfilled') each.value?.close();

    expect(await openLibrary(accountId)).toBeNull();
    expect(await exists()).toBe(false);
  }
});

test('erased while it is open, it closes itself and does not open again', async () => {
  const library = await createLibrary(accountId);
  await Dexie.delete(databaseName(accountId));

  await expect(library.overview.count()).rejects.toThrow();
  expect(await exists()).toBe(false);
});

test.each([
  ['opened', openLibrary],
  ['read', openForPage],
  ['made', createLibrary],
  ['proved', proveLibrary],
])('a library that a later build wrote is not %s, and nothing in it changes', async (_, open) => {
  await leave(7);

  await expect(open(accountId)).rejects.toThrow('storage-newer');

  const later = await new Dexie(databaseName(accountId)).open();
  expect(later.verno).toBe(7);
  expect(later.tables.map(({ name }) => name).sort()).toStrictEqual(['later', 'overview']);
  expect(await later.table('overview').toArray()).toStrictEqual([
    { id: 'library', of: 'another build' },
  ]);
  later.close();
});

test.each([
  ['opened', openLibrary],
  ['made', createLibrary],
  ['proved', proveLibrary],
])('one that an earlier build wrote, in a version like ours, is not %s either', async (_, open) => {
  await leave(1);

  await expect(open(accountId)).rejects.toThrow('storage-damaged');

  const earlier = await new Dexie(databaseName(accountId)).open();
  expect(earlier.tables.map(({ name }) => name).sort()).toStrictEqual(['later', 'overview']);
  earlier.close();
});

test('a page waits for the background to carry over what an earlier build wrote', async () => {
  await leave(1);

  expect(await findForPage(accountId)).toBe(EARLIER_VERSION);
  expect(await openForPage(accountId)).toBeNull();
});

test('where the browser does not open databases, it is said in our own words', async () => {
  (await createLibrary(accountId)).close();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('a text of the browser', 'InvalidStateError');
  });

  for (const open of [openLibrary, openForPage, createLibrary]) {
    await expect(open(accountId)).rejects.toThrow(/^storage-unavailable$/);
  }
});

test('one of an earlier version is brought up to date by the background, and waited for by a page', async () => {
  await leaveEarlierVersion(accountId);

  expect(await findForPage(accountId)).toBe(EARLIER_VERSION);
  expect(await openForPage(accountId)).toBeNull();
  (await openLibrary(accountId))?.close();
  const opened = await openForPage(accountId);
  expect(opened?.verno).toBe(DATABASE_VERSION);
  opened?.close();
});

test('every library of an earlier version is brought up to date, whatever is wrong with others', async () => {
  const accountIds = ['1', '2', '3', '4'];
  for (accountId of accountIds) {
    if (accountId === '1') await leave(7);
    else if (accountId === '2') await leave(0.5);
    else await leaveEarlierVersion(accountId);
  }
  await upgradeLibraries();

  const versions = (await indexedDB.databases()).map(({ name, version }) => [name, version]);
  expect(Object.fromEntries(versions)).toMatchObject({
    [databaseName('1')]: 70,
    [databaseName('2')]: 5,
    [databaseName('3')]: DATABASE_VERSION * 10,
    [databaseName('4')]: DATABASE_VERSION * 10,
  });
  for (const each of accountIds) await Dexie.delete(databaseName(each));
});
