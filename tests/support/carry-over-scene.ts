import { fakeBrowser } from '@webext-core/fake-browser';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { carryOver } from '@/entrypoints/background/carry-over';
import { finishClearing } from '@/utils/browser/local-area';
import { DexieClearingStore } from '@/utils/database/clearing-store';
import { databaseName } from '@/utils/database/library-name';
import { DexieKeyHalfStore } from '@/utils/database/key-store';
import { openLibrary } from '@/utils/database/open-library';
import { parsedStatus } from '@/utils/status/parse';
import {
  CARRIED_ITEMS,
  EARLIER_ALARM,
  EARLIER_ACCOUNT,
  EARLIER_SESSION,
  EARLIER_TABLES,
  EARLIER_VALUES,
  writeEarlierDatabase,
} from './earlier-build';

const { local, session } = fakeBrowser.storage;
export const startWaking = vi.fn(() => Promise.resolve());
export const now = (): number => 5;
export const NAME = databaseName(EARLIER_ACCOUNT);

/** Before each test of the file nothing is stored, and nothing after it. */
export function startEmpty(): void {
  beforeEach(() => {
    fakeBrowser.reset();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await deleteDatabases();
  });
}

export async function deleteDatabases(): Promise<void> {
  for (const name of await databases()) await Dexie.delete(name ?? '');
}

/** As a worker starts. */
export async function start(): Promise<void> {
  await finishClearing(new DexieClearingStore());
  await carryOver(ports());
}

export function ports(): Parameters<typeof carryOver>[0] {
  const clearing = new DexieClearingStore();
  return { clearing, keys: new DexieKeyHalfStore(), startWaking, now };
}

export function leaveDatabase(version: 10 | 20, accountId = EARLIER_ACCOUNT): Promise<void> {
  const tables = EARLIER_TABLES[version];
  return writeEarlierDatabase({ name: databaseName(accountId), version, tables });
}

export async function leaveEverything(): Promise<void> {
  await local.set(EARLIER_VALUES);
  await session.set(EARLIER_SESSION);
  await fakeBrowser.alarms.create(EARLIER_ALARM, { periodInMinutes: 1 });
  await leaveDatabase(20);
  const keys = new Dexie('trophy-shelf-key');
  keys.version(1).stores({ keys: '' });
  await keys.table('keys').put('one half', 'refresh-token');
  keys.close();
}

export async function databases(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name).sort();
}

export async function itemsOf(accountId = EARLIER_ACCOUNT): Promise<unknown[]> {
  const library = await openLibrary(accountId);
  const items = (await library?.playerItems.toArray()) ?? [];
  library?.close();
  return items;
}

export async function expectCarriedOver(): Promise<void> {
  const { installId, ...stored } = await local.get(null);
  const { clockOffset, dailyOffset, settings } = EARLIER_VALUES;
  expect(Object.keys(stored).sort()).toStrictEqual(
    ['clockOffset', 'connection', 'dailyOffset', 'settings', 'snapshot'].sort(),
  );
  expect(stored).toMatchObject({ clockOffset, dailyOffset, settings });
  const { connection, snapshot } = await parsedStatus();
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
  expect(await session.get(null)).toStrictEqual({});
  expect(await fakeBrowser.alarms.getAll()).toStrictEqual([]);
  expect(await itemsOf()).toStrictEqual(
    CARRIED_ITEMS.map((item) => ({ ...item, version: 1, device: installId })),
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
