import { fakeBrowser } from '@webext-core/fake-browser';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { carryOver } from '@/entrypoints/background/carry-over';
import { finishClearing } from '@/utils/browser/local-area';
import { DexieClearingStore } from '@/utils/database/clearing-store';
import { databaseName } from '@/utils/database/database';
import { DexieKeyStore } from '@/utils/database/key-store';
import { withLibrary } from '@/utils/database/library-access';
import { createLibrary, openLibrary } from '@/utils/database/open-library';
import { readStatus } from '@/utils/status/read';
import {
  CARRIED_ITEMS,
  EARLIER_ACCOUNT,
  EARLIER_TABLES,
  EARLIER_VALUES,
  writeEarlierDatabase,
} from '../../support/earlier-build';

const { local } = fakeBrowser.storage;
const startWaking = vi.fn(() => Promise.resolve());
const now = (): number => 5;
const NAME = databaseName(EARLIER_ACCOUNT);

/** As a worker starts. */
async function start(): Promise<void> {
  await finishClearing(new DexieClearingStore());
  await carryOver(parts());
}

function parts(): Parameters<typeof carryOver>[0] {
  const clearing = new DexieClearingStore();
  return { clearing, keys: new DexieKeyStore(), startWaking, now };
}

function leaveDatabase(version: 10 | 20, accountId = EARLIER_ACCOUNT): Promise<void> {
  const tables = EARLIER_TABLES[version];
  return writeEarlierDatabase({ name: databaseName(accountId), version, tables });
}

async function leaveEverything(): Promise<void> {
  await local.set(EARLIER_VALUES);
  await leaveDatabase(20);
  const keys = new Dexie('trophy-shelf-key');
  keys.version(1).stores({ keys: '' });
  await keys.table('keys').put('one half', 'refresh-token');
  keys.close();
}

async function databases(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name).sort();
}

async function itemsOf(accountId = EARLIER_ACCOUNT): Promise<unknown[]> {
  const library = await openLibrary(accountId);
  const items = (await library?.playerItems.toArray()) ?? [];
  library?.close();
  return items;
}

async function expectCarriedOver(): Promise<void> {
  const { installMark, ...stored } = await local.get(null);
  const { clockOffset, dailyOffset, settings } = EARLIER_VALUES;
  expect(Object.keys(stored).sort()).toStrictEqual(
    ['clockOffset', 'connection', 'dailyOffset', 'settings', 'snapshot'].sort(),
  );
  expect(stored).toMatchObject({ clockOffset, dailyOffset, settings });
  const { connection, snapshot } = await readStatus();
  expect(connection).toStrictEqual({
    phase: 'disconnected',
    failure: { cause: 'storage-renewed' },
  });
  expect(snapshot).toMatchObject({
    player: { accountId: EARLIER_ACCOUNT, onlineId: 'trophy_hunter' },
    titleCount: 0,
    hasChosen: true,
    lastSyncedAt: null,
  });
  expect(await databases()).toStrictEqual([NAME]);
  expect(await itemsOf()).toStrictEqual(
    CARRIED_ITEMS.map((item) => ({ ...item, version: 1, device: installMark })),
  );
  const library = await openLibrary(EARLIER_ACCOUNT);
  expect(await library?.overview.get('library')).toMatchObject({
    player: { accountId: EARLIER_ACCOUNT, onlineId: 'trophy_hunter' },
    hasPicks: true,
    hasChosen: true,
    lastSyncedAt: null,
  });
  library?.close();
}

beforeEach(() => {
  fakeBrowser.reset();
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of await databases()) await Dexie.delete(name ?? '');
});

test('notes, pins and picks are carried over, and nothing else of the old is left', async () => {
  await leaveEverything();
  await start();

  await expectCarriedOver();
});

test('a database of its first version has nothing but its player to carry over', async () => {
  await local.set(EARLIER_VALUES);
  await leaveDatabase(10);
  await start();

  expect(await itemsOf()).toStrictEqual([]);
  const library = await openLibrary(EARLIER_ACCOUNT);
  expect(await library?.overview.get('library')).toMatchObject({
    player: { onlineId: 'trophy_hunter' },
    hasChosen: false,
    hasPicks: false,
  });
  library?.close();
});

test('picks that were only a start are none of the player’s', async () => {
  await local.set(EARLIER_VALUES);
  const overview = { keyPath: 'id', rows: [{ id: 'library', hasPicks: true, hasChosen: false }] };
  const tables = { ...EARLIER_TABLES[20], overview };
  await writeEarlierDatabase({ name: NAME, version: 20, tables });
  await start();

  expect(await itemsOf()).toHaveLength(4);
  expect(await itemsOf()).not.toContainEqual(expect.objectContaining({ kind: 'choice' }));
});

test('every account’s library is carried over', async () => {
  await leaveEverything();
  await leaveDatabase(20, '1000000000000000002');
  await start();

  expect(await itemsOf()).toHaveLength(CARRIED_ITEMS.length);
  expect(await itemsOf('1000000000000000002')).toHaveLength(CARRIED_ITEMS.length);
});

test('where nothing of an earlier build is stored no database is opened', async () => {
  await local.set({ settings: { renewal: false }, snapshot: EARLIER_VALUES.snapshot });
  (await createLibrary(EARLIER_ACCOUNT)).close();
  const before = await local.get(null);
  const calls = [
    vi.spyOn(indexedDB, 'open'),
    vi.spyOn(indexedDB, 'databases'),
    vi.spyOn(local, 'set'),
  ];
  await carryOver(parts());

  for (const call of calls) expect(call).not.toHaveBeenCalled();
  expect(await local.get(null)).toStrictEqual(before);
});

test('whoever had asked to erase everything has it erased', async () => {
  await leaveEverything();
  await local.set({ erasing: true });
  await start();

  expect((await readStatus()).connection).toStrictEqual({ phase: 'erasing', since: 5 });
  expect(startWaking).toHaveBeenCalled();
  expect(await local.get(null)).not.toHaveProperty('carriedOver');
});

test('what is being erased is not carried over', async () => {
  await leaveEverything();
  await local.set({ connection: { phase: 'erasing', since: 1 } });
  await start();

  expect(await local.get(null)).not.toHaveProperty('carriedOver');
  expect((await indexedDB.databases()).find(({ name }) => name === NAME)?.version).toBe(20);
});

describe('a database that cannot be read', () => {
  beforeEach(() => {
    const { getAll } = IDBObjectStore.prototype as {
      getAll: (...args: unknown[]) => IDBRequest<unknown[]>;
    };
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const { name, version } = this.transaction.db;
      if (name === NAME && version === 20) throw new DOMException('disk', 'UnknownError');
      return getAll.apply(this, args);
    });
  });

  test('stays as it is, is told, and is tried again by the next worker', async () => {
    await leaveEverything();
    await start();
    vi.restoreAllMocks();

    expect((await readStatus()).connection).toStrictEqual({
      phase: 'disconnected',
      failure: { cause: 'storage-damaged' },
    });
    expect((await indexedDB.databases()).find(({ name }) => name === NAME)?.version).toBe(20);
    await start();
    await expectCarriedOver();
  });

  test('costs the other accounts nothing', async () => {
    await leaveEverything();
    await leaveDatabase(20, '1000000000000000002');
    await start();
    vi.restoreAllMocks();

    expect(await itemsOf('1000000000000000002')).toHaveLength(CARRIED_ITEMS.length);
    expect((await readStatus()).connection).toMatchObject({
      failure: { cause: 'storage-damaged' },
    });
    // What the player changes meanwhile is later than what was carried over.
    await withLibrary('1000000000000000002', { now, device: 'this' }, (writes) =>
      writes.storeMark({
        npCommunicationId: 'NPWR00001_00',
        trophyId: 4,
        note: 'chapter 3',
        pinned: false,
      }),
    );
    await start();
    expect(await itemsOf()).toHaveLength(CARRIED_ITEMS.length);
    expect(await itemsOf('1000000000000000002')).toContainEqual(
      expect.objectContaining({ kind: 'note', trophyId: 4, value: 'chapter 3' }),
    );
  });
});

test('a connection that this build has made meanwhile stays', async () => {
  await leaveEverything();
  const connection = { ...EARLIER_VALUES.connection, renewal: null, refused: null };
  const sealedRefreshTokens = { [EARLIER_ACCOUNT]: { iv: 'aXY=', data: 'sealed anew' } };
  await local.set({ connection, sealedRefreshTokens });
  await start();

  const { keyHalf } = EARLIER_VALUES;
  expect(await local.get(null)).toMatchObject({ connection, sealedRefreshTokens, keyHalf });
  expect(await databases()).toContain('trophy-shelf-key');
  expect(await itemsOf()).toHaveLength(CARRIED_ITEMS.length);
});

describe('a worker that dies', () => {
  /** From the nth call to what lasts on, nothing is carried out, and nothing answers. */
  function dyingAt(n: number): () => number {
    let calls = 0;
    const dead = (): boolean => ++calls >= n;
    const never = (): Promise<never> => new Promise(() => undefined);
    for (const name of ['get', 'set', 'clear', 'remove'] as const) {
      const real = local[name].bind(local) as (...args: unknown[]) => Promise<never>;
      vi.spyOn(local, name).mockImplementation((...args: unknown[]) =>
        dead() ? never() : real(...args),
      );
    }
    for (const name of ['open', 'deleteDatabase'] as const) {
      const real = indexedDB[name].bind(indexedDB) as (...args: unknown[]) => IDBOpenDBRequest;
      vi.spyOn(indexedDB, name).mockImplementation((...args: unknown[]) =>
        dead() ? (new EventTarget() as IDBOpenDBRequest) : real(...args),
      );
    }
    const list = indexedDB.databases.bind(indexedDB);
    vi.spyOn(indexedDB, 'databases').mockImplementation(() => (dead() ? never() : list()));
    // Each worker has locks of its own, which die with it.
    vi.spyOn(navigator.locks, 'request').mockImplementation(((
      _: string,
      work: () => Promise<unknown>,
    ) => work()) as never);
    return () => calls;
  }

  /** How many calls a whole carry-over makes. */
  async function countCalls(): Promise<number> {
    await leaveEverything();
    const calls = dyingAt(Infinity);
    await start();
    const count = calls();
    vi.restoreAllMocks();
    return count;
  }

  test('at whatever call is followed by one that goes on', async () => {
    const count = await countCalls();
    expect(count).toBeGreaterThan(20);
    for (let n = 1; n <= count; n++) {
      await local.clear();
      for (const name of await databases()) await Dexie.delete(name ?? '');
      await leaveEverything();
      const calls = dyingAt(n);
      void start();
      await vi.waitFor(() => expect(calls()).toBeGreaterThanOrEqual(n));
      await new Promise((resolve) => setTimeout(resolve, 5));
      vi.restoreAllMocks();

      await start();
      await expectCarriedOver();
    }
  }, 30_000);
});
