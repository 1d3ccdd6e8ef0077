import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DATABASE_VERSION, databaseName } from '@/utils/database/library-name';
import { proveLibrary } from '@/utils/database/library-access';
import {
  createLibrary,
  EARLIER_VERSION,
  findForPage,
  openLibrary,
  upgradeLibraries,
} from '@/utils/database/open-library';
import { isUpgrading } from '@/utils/database/upgrading';
import { holdUpgrades, leaveEarlierVersion } from '../../support/slow-upgrade';

const MINUTE = 60_000;

let accountId: string;
let accounts = 0;

beforeEach(() => {
  accountId = String(88_000 + ++accounts);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await Dexie.delete(databaseName(accountId));
});

/** What has become of it so far. */
function followed<Value>(work: Promise<Value>): { outcome: string; work: Promise<Value> } {
  const state = { outcome: 'waits', work };
  work.then(
    () => (state.outcome = 'is done'),
    (thrown: unknown) => (state.outcome = String(thrown)),
  );
  return state;
}

type Open = (accountId: string) => Promise<{ close(): void } | null | void>;

test.each<[who: string, Open]>([
  ['a sync', createLibrary],
  ['what the player does', openLibrary],
  ['a proof', proveLibrary],
])('%s waits for an upgrade for as long as that takes, and finds every row', async (_, open) => {
  await leaveEarlierVersion(accountId);
  const { begun, letGo } = holdUpgrades();
  const first = followed(open(accountId));
  await begun;
  const second = followed(createLibrary(accountId));
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect([first.outcome, second.outcome]).toStrictEqual(['waits', 'waits']);
  expect(await isUpgrading(databaseName(accountId))).toBe(true);
  expect(await findForPage(accountId)).toBe(EARLIER_VERSION);

  letGo();
  const opened = await first.work;
  if (opened) opened.close();
  const library = await second.work;
  expect(await library.playerItems.toArray()).toMatchObject([{ kind: 'pin' }]);
  library.close();
  await expect.poll(() => isUpgrading(databaseName(accountId))).toBe(false);
});

test('one library after the other is brought up to date, however long each takes', async () => {
  await leaveEarlierVersion(accountId);
  const { begun, letGo } = holdUpgrades();
  const all = followed(upgradeLibraries());
  await begun;
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect(all.outcome).toBe('waits');
  letGo();
  await all.work;
  expect(await indexedDB.databases()).toContainEqual({
    ...{ name: databaseName(accountId), version: DATABASE_VERSION * 10 },
  });
});

test('an upgrade that comes to no end is silence in the end', async () => {
  await leaveEarlierVersion(accountId);
  const { begun, letGo } = holdUpgrades();
  const opening = followed(createLibrary(accountId));
  await begun;
  await vi.advanceTimersByTimeAsync(11 * MINUTE);
  await expect.poll(() => opening.outcome).toContain('storage-silent');
  letGo();
});

test('an upgrade that a page keeps from beginning is silence, and so is a browser that says nothing', async () => {
  await leaveEarlierVersion(accountId);
  const page = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(databaseName(accountId));
    request.onsuccess = () => resolve(request.result);
  });
  const opening = followed(createLibrary(accountId));
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(16_000);
    expect(opening.outcome).toContain('storage-silent');
  });
  expect(await isUpgrading(databaseName(accountId))).toBe(false);
  page.close();

  vi.spyOn(indexedDB, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
  const silent = followed(createLibrary(accountId));
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(16_000);
    expect(silent.outcome).toContain('storage-silent');
  });
});

test('an upgrade that is broken off is none any more', async () => {
  await leaveEarlierVersion(accountId);
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
    const request = open(...args);
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    return request;
  });
  await expect(createLibrary(accountId)).rejects.toThrow();
  await expect.poll(() => isUpgrading(databaseName(accountId))).toBe(false);
});
