import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveQuery } from '@/components/app/live-query.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { openLibrary } from '@/utils/database/open-library';
import { LibraryQueries } from '@/utils/database/queries';
import { holdUpgrades, leaveEarlierVersion } from '../../support/slow-upgrade.ts';
import { manyLibraryTitles } from '../../support/statuses.ts';

/** No busy machine is silent for so long. */
const PATIENCE = { open: 60_000, answer: 60_000, retry: 50, rest: 50 };
/** Short, where silence is what is waited for. */
const SHORT = { ...PATIENCE, open: 100, answer: 300 };

let accounts = 0;
let accountId: string;
const opened: { close: () => void }[] = [];

/** A tab that reads the library, and what it has shown, one thing after the other. */
function openTab(isPrivate = false, patience = PATIENCE) {
  const queries = new LibraryQueries(accountId, isPrivate, patience);
  const query = new LiveQuery(queries.titles());
  const seen: string[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      const { current } = query;
      const said =
        current.state === 'ready'
          ? String(current.value.titles.length)
          : current.state === 'failed'
            ? current.failure.cause
            : current.state;
      if (said !== seen.at(-1)) seen.push(said);
    });
  });
  const tab = { seen, shown: () => seen.at(-1), stop, close: () => (stop(), queries.close()) };
  opened.push(tab);
  return tab;
}

/** The background's own hold on the library. */
async function openAsBackground(titles = 0): Promise<LibraryDatabase> {
  const database = new LibraryDatabase(accountId);
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  await database.titles.bulkPut(manyLibraryTitles(titles));
  opened.push(database);
  return database;
}

/** The databases that name this test's account: other files leave some of theirs. */
async function databasesOfAccount(): Promise<IDBDatabaseInfo[]> {
  const all = await indexedDB.databases();
  return all.filter(({ name }) => name?.includes(accountId));
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  accountId = String(77_000 + ++accounts);
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const each of opened.splice(0)) each.close();
  await Dexie.delete(new LibraryDatabase(accountId).name);
});

test('creates nothing, and finds what is created later', async () => {
  const [one, two] = [openTab(), openTab()];
  await expect.poll(one.shown).toBe('missing');
  await wait(200);
  expect(await databasesOfAccount()).toEqual([]);

  await openAsBackground(3);
  await expect.poll(one.shown).toBe('3');
  await expect.poll(two.shown).toBe('3');
  expect(one.seen).toEqual(['loading', 'missing', '3']);
});

test('follows every change', async () => {
  const database = await openAsBackground(2);
  const tab = openTab();
  await expect.poll(tab.shown).toBe('2');

  await database.titles.bulkPut(manyLibraryTitles(5));
  await expect.poll(tab.shown).toBe('5');
});

test('lets go of what is deleted, in however many tabs, and brings nothing back', async () => {
  await openAsBackground(3);
  const tabs = [openTab(), openTab()];
  for (const tab of tabs) await expect.poll(tab.shown).toBe('3');

  await Dexie.delete(new LibraryDatabase(accountId).name);
  const late = openTab();
  for (const tab of [...tabs, late]) await expect.poll(tab.shown).toBe('missing');
  await wait(300);
  expect(await databasesOfAccount()).toEqual([]);

  await openAsBackground(1);
  for (const tab of [...tabs, late]) await expect.poll(tab.shown).toBe('1');
});

test('deletions and tabs in any order leave nothing', async () => {
  const { name } = new LibraryDatabase(accountId);
  for (let round = 0; round < 20; round += 1) {
    const background = await openAsBackground(3);
    const first = openTab();
    await wait(round % 5);
    const deletion = Dexie.delete(name);
    const second = openTab();
    await Promise.all([deletion, wait((round * 3) % 20)]);
    first.close();
    await wait(20);
    second.close();
    background.close();
    await expect.poll(databasesOfAccount, { message: `round ${String(round)}` }).toEqual([]);
  }
});

test('what has just been deleted is not made anew, nor deleted once more by who looks for it', async () => {
  const { name } = new LibraryDatabase(accountId);
  // Told before the deletion, and opened after it.
  const told = vi.spyOn(indexedDB, 'databases').mockResolvedValue([{ name, version: 10 }]);
  const opened = vi.spyOn(indexedDB, 'open');
  const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
  const tab = openTab();
  await expect.poll(tab.shown).toBe('missing');
  await expect.poll(() => opened.mock.calls.length).toBeGreaterThan(3);
  tab.close();

  told.mockRestore();
  expect(deleted).not.toHaveBeenCalled();
  // An opening that is called off is listed until it is undone.
  await expect.poll(databasesOfAccount).toEqual([]);
});

test('a library of a later version is not read, and not touched', async () => {
  const { name, verno } = new LibraryDatabase(accountId);
  const later = new Dexie(name);
  later.version(verno + 1).stores({ titles: 'id', playerItems: 'id' });
  await later.open();
  later.close();

  await expect.poll(openTab().shown).toBe('storage-newer');
  const [database] = await databasesOfAccount();
  expect(database?.version).toBe((verno + 1) * 10);
});

test('a library of an earlier version is waited for', async () => {
  const { name } = new LibraryDatabase(accountId);
  const before = new Dexie(name);
  before.version(0.5).stores({
    titles: 'npCommunicationId',
    playerItems: '[kind+npCommunicationId+trophyId]',
  });
  await before.open();
  before.close();
  const tab = openTab();
  await expect.poll(tab.shown).toBe('upgrading');

  await openAsBackground(2);
  await expect.poll(tab.shown).toBe('2');
});

test.each([
  ['UnknownError', 'storage-damaged'],
  ['InvalidStateError', 'storage-unavailable'],
  ['SecurityError', 'storage-unavailable'],
])('says why it cannot be opened: %s', async (name, cause) => {
  await openAsBackground(1);
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', name);
  });
  const tab = openTab();
  await expect.poll(tab.shown).toBe(cause);

  vi.restoreAllMocks();
  await expect.poll(tab.shown).toBe('1');
});

test('says why the browser does not even say what there is', async () => {
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('', 'UnknownError'));

  await expect.poll(openTab().shown).toBe('storage-damaged');
});

test('in a private window there is no library, whatever the browser says', async () => {
  const tab = openTab(true);
  await expect.poll(tab.shown).toBe('private-window');
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('', 'InvalidStateError'));
  await expect.poll(openTab(true).shown).toBe('private-window');
  expect(tab.seen).toEqual(['loading', 'private-window']);
});

test('a browser that does not answer is said to be silent, and its answer is shown all the same', async () => {
  await openAsBackground(2);
  const { promise, resolve } = Promise.withResolvers<void>();
  const databases = await indexedDB.databases();
  vi.spyOn(indexedDB, 'databases').mockImplementation(async () => {
    await promise;
    return databases;
  });
  // Were it taken for a library that opened, nobody would wait long enough to see it.
  const tab = openTab(false, { ...SHORT, answer: 60_000 });
  await expect.poll(tab.shown).toBe('storage-silent');

  resolve();
  await expect.poll(tab.shown).toBe('2');
});

/** Whoever asks next whether a library is being upgraded is told that none is. */
function hideUpgradeOnce(): void {
  const request = navigator.locks.request.bind(navigator.locks) as (...args: unknown[]) => unknown;
  const asked = vi.spyOn(navigator.locks, 'request').mockImplementation(((...args: unknown[]) => {
    if (!String(args[0]).startsWith('upgrading')) return request(...args);
    asked.mockRestore();
    return Promise.resolve(false);
  }) as never);
}

test.each(['has begun', 'begins while it is waited for'])(
  'an upgrade that %s takes as long as it takes, and is no silence',
  async (when) => {
    await leaveEarlierVersion(accountId);
    const { begun, letGo } = holdUpgrades();
    const upgrading = openLibrary(accountId);
    await begun;
    // Whoever asks just before is told of none, and waits for the browser's answer.
    if (when !== 'has begun') hideUpgradeOnce();
    const tab = openTab(false, SHORT);
    await expect.poll(tab.shown).toBe('upgrading');
    await wait(SHORT.answer * 2);
    expect(tab.seen).toEqual(['loading', 'upgrading']);

    letGo();
    (await upgrading)?.close();
    await expect.poll(tab.shown).toBe('0');
  },
);

test('a library that opens and then does not answer is silent too', async () => {
  const database = await openAsBackground(2);
  const { promise, resolve } = Promise.withResolvers<void>();
  // A transaction that is not over keeps every reader waiting.
  const writing = database.transaction('rw', database.titles, async () => {
    let isHeld = true;
    void promise.then(() => (isHeld = false));
    while (isHeld) await database.titles.get('');
  });
  try {
    const since = performance.now();
    // However slowly it opens here, what is silent is the answer.
    const tab = openTab(false, { ...SHORT, open: 60_000 });
    await expect.poll(tab.shown).toBe('storage-silent');
    expect(performance.now() - since).toBeGreaterThanOrEqual(SHORT.answer);
    expect(tab.seen).toEqual(['loading', 'storage-silent']);

    resolve();
    await expect.poll(tab.shown).toBe('2');
  } finally {
    // Before the library is closed and deleted, which waits for every transaction.
    resolve();
    await writing;
  }
});

test('nobody who follows, nobody who tries', async () => {
  const tab = openTab();
  await expect.poll(tab.shown).toBe('missing');
  const asked = vi.spyOn(indexedDB, 'databases');
  tab.stop();
  await wait(200);
  expect(asked).not.toHaveBeenCalled();
});
