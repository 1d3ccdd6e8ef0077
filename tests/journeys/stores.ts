import type { Page } from 'playwright';
import { expect } from 'vitest';
import { ALARMS } from '../../entrypoints/background/alarm-names.ts';
import type { Chromium } from '../browser/chromium.ts';
import { earlierBuild, writeEarlierDatabase } from '../support/earlier-build.ts';

/*
 * All that journeys know of how things are stored, under which names; of the library, `stored-library.ts` knows it.
 * A test that wants more of it asks here.
 */

/** What the pages are told, as far as tests look at it. */
export interface Snapshot {
  titleCount: number;
  lastSyncedAt: number | null;
  sync: { state: string; isRest?: true; resumesAt?: number };
}

export function readSnapshot({ worker }: Chromium): Promise<Snapshot | undefined> {
  return worker.evaluate(async () => {
    const { snapshot } = await chrome.storage.local.get<{ snapshot?: Snapshot }>('snapshot');
    return snapshot;
  });
}

/** Without the number of the build that wrote it. */
export function readConnection({ worker }: Chromium): Promise<unknown> {
  return worker.evaluate(storedConnection);
}

/** Runs in the browser. */
async function storedConnection(): Promise<unknown> {
  const stored = await chrome.storage.local.get<{ connection?: { shape?: number } }>('connection');
  delete stored.connection?.shape;
  return stored.connection;
}

/** Bodies of functions for Firefox's pages, where scripts are text. */
export const IN_FIREFOX = {
  isConnected: `return (await browser.storage.local.get('connection')).connection?.phase === 'connected'`,
  isInRest: `return (await browser.storage.local.get('snapshot')).snapshot?.sync.isRest === true`,
  isStopped: `return (await browser.storage.local.get('snapshot')).snapshot?.sync.state === 'stopped'`,
  isSynced: `
    const { snapshot } = await browser.storage.local.get('snapshot');
    return snapshot?.sync.state === 'idle' && snapshot.lastSyncedAt !== null`,
  footprint: `
    const { keyHalf, sealedRefreshTokens, snapshot } = await browser.storage.local.get(null);
    const [accountId, { iv }] = Object.entries(sealedRefreshTokens)[0];
    return { onlineId: snapshot.player.onlineId, accountId, keyHalf, iv };`,
  isWarnedOfAmber: `return (await browser.storage.local.get('lastWarning')).lastWarning === 'amber'`,
};

/** What there is to be found in the storage of a connected browser that nobody may find after an erase. */
export interface Footprint {
  onlineId: string;
  accountId: string;
  /** The half of the key that `storage.local` keeps, and the sealed token's IV, both in base64. */
  keyHalf: string;
  iv: string;
}

export function readFootprint({ worker }: Chromium): Promise<Footprint> {
  return worker.evaluate(async () => {
    const { keyHalf, sealedRefreshTokens, snapshot } = await chrome.storage.local.get<{
      keyHalf: string;
      sealedRefreshTokens: Record<string, { iv: string }>;
      snapshot: { player: { onlineId: string } };
    }>(null);
    const [accountId = '', { iv } = { iv: '' }] = Object.entries(sealedRefreshTokens)[0] ?? [];
    return { onlineId: snapshot.player.onlineId, accountId, keyHalf, iv };
  });
}

/** An erase that was asked for, and then the worker died. */
export async function leaveErasing({ worker }: Chromium): Promise<void> {
  await worker.evaluate(() =>
    chrome.storage.local.set({ connection: { phase: 'erasing', since: 0 } }),
  );
}

/**
 * A page of the extension's that runs nothing of it: it wakes no worker, and sees what the worker leaves.
 */
export async function openBystander({ context, extensionId }: Chromium): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  return page;
}

/** Has all that ends a connection wait, until the page is closed or let go. */
export async function blockEnding(bystander: Page): Promise<void> {
  await bystander.evaluate(async () => {
    const letGo = Promise.withResolvers<void>();
    Object.assign(globalThis, { letGo: letGo.resolve });
    const taken = Promise.withResolvers<void>();
    void navigator.locks.request('sync', () => {
      taken.resolve();
      return letGo.promise;
    });
    await taken.promise;
  });
}

export async function unblockEnding(bystander: Page): Promise<void> {
  await bystander.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
}

/** The alarm of what is unfinished, which is at most a minute away, goes off now. */
export async function hurryConnectionAlarm(bystander: Page): Promise<void> {
  const wait = await bystander.evaluate(async (name) => {
    const alarm = await chrome.alarms.get(name);
    await chrome.alarms.create(name, { when: Date.now(), periodInMinutes: 1 });
    return alarm === undefined ? null : alarm.scheduledTime - Date.now();
  }, ALARMS.connection);
  expect(wait, 'an alarm is set').not.toBeNull();
  expect(wait).toBeLessThan(60_000);
}

/** Any asker's view of what is stored, without waking the worker. */
export function connectionSeenBy(bystander: Page): Promise<unknown> {
  return bystander.evaluate(storedConnection);
}

/** Time goes by for the extension, which goes by Sony's clock. */
export async function moveClock({ worker }: Chromium, milliseconds: number): Promise<void> {
  await worker.evaluate(async (passed) => {
    const { clockOffset = 0 } = await chrome.storage.local.get<{ clockOffset?: number }>(
      'clockOffset',
    );
    await chrome.storage.local.set({ clockOffset: clockOffset + passed });
  }, milliseconds);
}

/**
 * As if the sign-in had been looked at so long ago, so that the next look has nothing to wait for: a leap of Sony's clock is
 * one put right, and moves what was just seen.
 */
export async function makeLookOlder({ worker }: Chromium, milliseconds: number): Promise<void> {
  await worker.evaluate(async (by) => {
    interface Stored {
      tokenLife: { session: Partial<Record<string, number>> };
    }
    const { connection, signInLedger } = await chrome.storage.local.get<{
      connection: Stored;
      signInLedger: unknown;
    }>(['connection', 'signInLedger']);
    const { session } = connection.tokenLife;
    for (const instant of ['seenAt', 'checkAt', 'goneSince']) {
      if (session[instant] !== undefined) session[instant] -= by;
    }
    const older = JSON.stringify(signInLedger, (_, value: unknown) =>
      typeof value === 'number' && value > 1e12 ? value - by : value,
    );
    await chrome.storage.local.set({ connection, signInLedger: JSON.parse(older) as unknown });
  }, milliseconds);
}

export function dailyAlarm({ worker }: Chromium): Promise<chrome.alarms.Alarm | undefined> {
  return worker.evaluate((name) => chrome.alarms.get(name), ALARMS.dailySync);
}

/** Lets every alarm that the extension knows go off now, whether it is set or not. */
export async function ringAllAlarms({ worker }: Chromium): Promise<void> {
  await worker.evaluate((names) => {
    const onAlarm = chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void };
    for (const name of names) onAlarm.dispatch({ name, scheduledTime: 0 });
  }, Object.values(ALARMS));
}

/** Under which names something is stored: the inventory has to know them all. */
export function namesOfStored({
  worker,
}: Chromium): Promise<{ local: string[]; session: string[]; databases: string[] }> {
  return worker.evaluate(async () => ({
    local: Object.keys(await chrome.storage.local.get(null)),
    session: Object.keys(await chrome.storage.session.get(null)),
    databases: (await indexedDB.databases()).map(({ name = '' }) => name),
  }));
}

/** All that an erase has to take away, counted. */
export function countLeftovers({ worker }: Chromium): Promise<Leftovers> {
  return worker.evaluate(countHere);
}

/** The same, without waking the worker. */
export function leftoversSeenBy(bystander: Page): Promise<Leftovers> {
  return bystander.evaluate(countHere);
}

export interface Leftovers {
  databases: number;
  local: string[];
  session: string[];
  alarms: string[];
  rules: number;
  badge: string;
}

async function countHere(): Promise<Leftovers> {
  return {
    databases: (await indexedDB.databases()).length,
    local: Object.keys(await chrome.storage.local.get(null)),
    session: Object.keys(await chrome.storage.session.get(null)),
    alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
    rules: (await chrome.declarativeNetRequest.getSessionRules()).length,
    badge: await chrome.action.getBadgeText({}),
  };
}

export const NOTHING = { databases: 0, local: [], session: [], alarms: [], rules: 0, badge: '' };

/** Everything that can be read in what lasts: `storage.local`, `storage.sync` and every row of every database. */
export async function readStores(chromium: Chromium): Promise<string> {
  return chromium.worker.evaluate(async () => {
    const stores: unknown[] = [
      await chrome.storage.local.get(null),
      await chrome.storage.sync.get(null),
    ];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await promised(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        stores.push(await promised(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(stores);

    function promised<Value>(request: IDBRequest<Value>): Promise<Value> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    }
  });
}

/** The browser loses every database, and nothing else. */
export async function loseDatabases({ worker }: Chromium): Promise<void> {
  await worker.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(new Error(request.error?.message));
      });
    }
  });
}

/** The profile is as the build before this one would have left it: what this build stored is gone. */
export async function turnBackToEarlierBuild(
  chromium: Chromium,
  made: Parameters<typeof earlierBuild>[0],
): Promise<void> {
  const { worker } = chromium;
  await worker.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
  });
  await loseDatabases(chromium);
  const { values, ...database } = earlierBuild(made);
  await worker.evaluate(writeEarlierDatabase, database);
  await worker.evaluate((stored) => chrome.storage.local.set(stored), values);
}
