import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_COPIES } from '@/utils/domain/copies/copies-record';
import { carryOver } from '@/entrypoints/background/carry-over';
import { openForSync, withLibrary } from '@/utils/database/library-access';
import { createLibrary, openLibrary } from '@/utils/database/open-library';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { CARRIED } from '@/utils/domain/connection/unreadable-record';
import { UNKNOWN_LIST } from '@/utils/domain/sync/known-list';
import { FIRST_READING } from '@/utils/domain/sync/list-reading';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { parsedStatus } from '@/utils/status/parse';
import { beginning } from '@/utils/sync/cursor';
import {
  databases,
  expectCarriedOver,
  itemsOf,
  leaveDatabase,
  leaveEverything,
  NAME,
  now,
  ports,
  start,
  startEmpty,
  startWaking,
} from '../../support/carry-over-scene';
import {
  CARRIED_ITEMS,
  EARLIER_ACCOUNT,
  EARLIER_TABLES,
  EARLIER_VALUES,
  writeEarlierDatabase,
} from '../../support/earlier-build';
import { aTitle } from '../../support/titles';

const { local } = fakeBrowser.storage;
const ATTEMPT = { phase: 'connecting', step: 'code', source: 'browser' };

startEmpty();

test('notes, pins and picks are carried over, and nothing else of the old is left', async () => {
  await leaveEverything();
  await start();

  await expectCarriedOver();
});

test('who was being connected for the first time is not connected, and nothing is damaged', async () => {
  await local.set({ connection: ATTEMPT, dailyOffset: 60_000, warnedOf: 'amber' });
  await start();

  expect((await parsedStatus()).connection).toStrictEqual(DISCONNECTED);
});

test('a player whose attempt is all that is left of it is not told that their library moves', async () => {
  const { snapshot } = EARLIER_VALUES;
  await local.set({ connection: ATTEMPT, snapshot });
  expect((await parsedStatus()).connection).toStrictEqual(CARRIED);

  await start();

  expect((await parsedStatus()).connection).toStrictEqual(DISCONNECTED);
  expect(await local.get(null)).not.toHaveProperty('carriedOver');
});

test('a library that is left with nothing but a record is carried over too', async () => {
  const { connection, snapshot } = EARLIER_VALUES;
  await local.set({ connection, snapshot });
  await leaveDatabase(20);
  await start();

  expect(await itemsOf()).toHaveLength(CARRIED_ITEMS.length);
  expect((await parsedStatus()).connection).toStrictEqual(CARRIED);
});

test('titles that arrive later are chosen as the player had chosen them', async () => {
  await leaveEverything();
  await start();
  const syncing = await openForSync(
    EARLIER_ACCOUNT,
    { now, outliving: { snapshot: EMPTY_SNAPSHOT, copies: NO_COPIES } },
    new AbortController().signal,
  );
  const rows = ['NPWR00001_00', 'NPWR00002_00', 'NPWR00003_00'].map((npCommunicationId) =>
    aTitle({ npCommunicationId }),
  );
  const page = { rows, unread: [], total: 3, nextOffset: null };
  const cursor = beginning(1, 'daily', []);
  const ids = rows.map(({ npCommunicationId }) => npCommunicationId);
  const reading = { ...FIRST_READING, distinct: 3, ever: 3, total: 3 };
  const list = { page, ids, reading, end: 'whole' as const, known: UNKNOWN_LIST };
  await syncing.lists.storeTitles(list, 'unpicked', cursor);
  syncing.close();

  const library = await openLibrary(EARLIER_ACCOUNT);
  expect((await library?.titles.toArray())?.map(({ choice }) => choice)).toStrictEqual([
    'picked',
    'unpicked',
    'never',
  ]);
  library?.close();
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
  await carryOver(ports());

  for (const call of calls) expect(call).not.toHaveBeenCalled();
  expect(await local.get(null)).toStrictEqual(before);
});

test('whoever had asked to erase everything has it erased', async () => {
  await leaveEverything();
  await local.set({ erasing: true });
  await start();

  expect((await parsedStatus()).connection).toStrictEqual({ phase: 'erasing', since: 5 });
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

    expect((await parsedStatus()).connection).toStrictEqual({
      phase: 'disconnected',
      failure: { cause: 'storage-damaged' },
    });
    // A database of its first version counts like ours, and is none.
    for (const open of [openLibrary, createLibrary]) {
      await expect(open(EARLIER_ACCOUNT)).rejects.toThrow('storage-damaged');
    }
    expect((await indexedDB.databases()).find(({ name }) => name === NAME)?.version).toBe(20);
    await start();
    await expectCarriedOver();
  });

  test('is tried again too where nothing else of the earlier build is left', async () => {
    const { connection, snapshot } = EARLIER_VALUES;
    await local.set({ connection, snapshot });
    await leaveDatabase(20);
    await start();
    vi.restoreAllMocks();
    expect((await parsedStatus()).connection).toMatchObject({
      failure: { cause: 'storage-damaged' },
    });

    await start();

    expect(await itemsOf()).toHaveLength(CARRIED_ITEMS.length);
  });

  test('costs the other accounts nothing', async () => {
    await leaveEverything();
    await leaveDatabase(20, '1000000000000000002');
    await start();
    vi.restoreAllMocks();

    expect(await itemsOf('1000000000000000002')).toHaveLength(CARRIED_ITEMS.length);
    expect((await parsedStatus()).connection).toMatchObject({
      failure: { cause: 'storage-damaged' },
    });
    // What the player changes meanwhile is later than what was carried over.
    await withLibrary('1000000000000000002', { now, device: 'this' }, (writes) =>
      writes.storeAnnotation({
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
