import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseName, EMPTY_OVERVIEW } from '@/utils/database/database';
import { proveLibrary } from '@/utils/database/library-access';
import { createLibrary, openLibrary } from '@/utils/database/open-library';

let accountId: string;
let accounts = 0;

beforeEach(() => {
  accountId = `open-${String(++accounts)}`;
});

afterEach(async () => {
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

test('a library that is not there is not opened, and none comes into being', async () => {
  expect(await openLibrary(accountId)).toBeNull();
  await proveLibrary(accountId);
  expect(await exists()).toBe(false);
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
      return openLibrary(accountId);
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

test('where the browser does not open databases, it is said in our own words', async () => {
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = () => {
    throw new DOMException('a text of the browser', 'InvalidStateError');
  };
  try {
    await expect(openLibrary(accountId)).rejects.toThrow(/^storage-unavailable$/);
    await expect(createLibrary(accountId)).rejects.toThrow(/^storage-unavailable$/);
  } finally {
    indexedDB.open = open;
  }
});
