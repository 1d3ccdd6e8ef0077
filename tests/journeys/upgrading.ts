import { expect } from 'vitest';
import {
  HOLD_UPGRADE,
  LATER_VERSION,
  LET_OPEN,
  THIS_VERSION,
  UPGRADES,
} from '../browser/later-build.ts';
import { FAILURES } from '../../utils/words/failures.ts';

/** Runs the body of a function in a page of the extension, in whichever browser. */
export type Run = (body: string) => Promise<unknown>;

/** What a library has, table by table, and the version of its database. */
export interface StoredLibrary {
  version: number;
  tables: Record<string, Record<string, unknown>[]>;
}

/** All of the database that is called `name` there. */
const READ = `
  const promised = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await promised(indexedDB.open(name));
  const tables = {};
  for (const store of database.objectStoreNames) {
    tables[store] = await promised(database.transaction(store).objectStore(store).getAll());
  }
  const { version } = database;
  database.close();
  return JSON.stringify({ version, tables });`;

const ASK = `
  const ask = (type, data) =>
    browser.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() });`;

const READ_STATUS = `return JSON.stringify(await browser.storage.local.get(null))`;

interface Stored {
  connection: { phase: string };
  snapshot: { sync: { state: string }; lastSyncedAt: number | null };
  settings: object;
}

const SHOWN = `return document.querySelector('[data-testid="library-count"]')?.textContent ?? null`;
/** Others may stand beside it. */
const NEWER = `return document.querySelector('[data-cause="storage-newer"]')?.innerText ?? ''`;

/** What the player makes in the earlier build, and the whole of what is stored then. */
export async function makeThings(run: Run): Promise<StoredLibrary> {
  const { tables } = await readLibrary(run);
  const ids = (tables['titles'] ?? []).slice(-3).map((title) => title['npCommunicationId']);
  await run(`${ASK}
    const [picked, never, noted] = ${JSON.stringify(ids)};
    await ask('chooseGames', { choices: [[picked, 'picked'], [never, 'never'], [noted, 'picked']] });
    const note = 'After the lighthouse';
    const mark = { note, pinned: true };
    await ask('annotateTrophy', { npCommunicationId: noted, trophyId: 0, ...mark });
    await ask('changeSettings', { syncHour: 21 });`);
  // The trophies of what was picked have come.
  await expect.poll(() => countOfSets(run, [ids[0], ids[2]]), { timeout: 30_000 }).toBe(2);
  await isIdle(run);
  const made = await readLibrary(run);
  expect(made.version).toBe(THIS_VERSION);
  expect(made.tables['playerItems']).toHaveLength(5);
  return made;
}

async function readLibrary(run: Run): Promise<StoredLibrary> {
  const found = `(await indexedDB.databases()).find(({ name }) => /-\\d+$/.test(name)).name`;
  return readDatabase(run, found);
}

/** @param name an expression of it */
export async function readDatabase(run: Run, name: string): Promise<StoredLibrary> {
  return JSON.parse(String(await run(`const name = ${name};${READ}`))) as StoredLibrary;
}

async function countOfSets(run: Run, ids: readonly unknown[]): Promise<number> {
  const { trophySets = [], syncCursor = [] } = (await readLibrary(run)).tables;
  const isThere = (id: unknown) => trophySets.some((row) => row['npCommunicationId'] === id);
  return syncCursor.length === 0 ? ids.filter(isThere).length : 0;
}

async function readStored(run: Run): Promise<Stored> {
  return JSON.parse(String(await run(READ_STATUS))) as Stored;
}

async function isIdle(run: Run): Promise<void> {
  await expect
    .poll(async () => (await readStored(run)).snapshot, { timeout: 30_000 })
    .toMatchObject({ sync: { state: 'idle' }, lastSyncedAt: expect.any(Number) as number });
}

export async function showsLibrary(run: Run, games: number): Promise<void> {
  await expect.poll(() => run(SHOWN), { timeout: 30_000 }).toBe(String(games));
}

const HOLD = `
  const { dataset } = document.documentElement;
  const hold = (name) => new Promise((taken) => {
    const key = name === '${LET_OPEN}' ? 'open' : 'hold';
    dataset[key] = '';
    void navigator.locks.request(name, async () => {
      taken();
      while (key in dataset) await new Promise((then) => setTimeout(then, 20));
    });
  });`;

/** The later background opens the library, and does not come to an end of its upgrade. */
export async function beginUpgrade(run: Run): Promise<void> {
  await run(`${HOLD}
    new BroadcastChannel('${UPGRADES}').onmessage = () => (dataset.upgrades = 'begun');
    await hold('${HOLD_UPGRADE}');
    await hold('${LET_OPEN}');`);
  await expect
    .poll(() => run(`return document.documentElement.dataset.upgrades ?? null`), {
      timeout: 20_000,
    })
    .toBe('begun');
}

/** Whoever is born from now on opens nothing. */
export async function closeGate(run: Run): Promise<void> {
  await run(`delete document.documentElement.dataset.open;
    const isOpen = ({ held }) => held.some(({ name }) => name === '${LET_OPEN}');
    while (isOpen(await navigator.locks.query())) await new Promise((then) => setTimeout(then, 5));`);
}

/** The same opens again. */
export async function openGate(run: Run): Promise<void> {
  await run(`${HOLD} await hold('${LET_OPEN}');`);
}

/** Whoever upgrades comes to an end, whether it is the worker that began or a later one. */
export async function letUpgrade(run: Run): Promise<void> {
  await run(`delete document.documentElement.dataset.hold;`);
}

/** The page of the earlier build does not hang and does not lose itself in what it cannot read. */
export async function saysReload(run: Run): Promise<void> {
  await expect
    .poll(() => run(NEWER), { timeout: 30_000 })
    .toContain(FAILURES['storage-newer'].sentence);
}

/** Nothing of an upgrade that did not come to its end is left. */
export async function isAsBefore(run: Run, before: StoredLibrary): Promise<void> {
  expect(await readLibrary(run)).toStrictEqual(before);
}

/** All that was stored is there in the later version, and a sync goes on with it. */
export async function hasEverything(run: Run, before: StoredLibrary): Promise<void> {
  const { version, tables } = await readLibrary(run);
  expect(version).toBe(LATER_VERSION);
  const { titles = [], ...others } = before.tables;
  expect(titles.length).toBeGreaterThan(40);
  expect(tables).toMatchObject({
    ...others,
    titles: titles.map((title) => ({ ...title, ofLater: true })),
  });
}

/** The connection is still there, and so is what the player chose; what they ask for is done. */
export async function goesOn(run: Run, before: StoredLibrary): Promise<void> {
  const { snapshot } = await readStored(run);
  await run(`${ASK} await ask('syncNow', null);`);
  await expect
    .poll(async () => (await readStored(run)).snapshot.lastSyncedAt, { timeout: 30_000 })
    .toBeGreaterThan(snapshot.lastSyncedAt ?? Infinity);
  await isIdle(run);
  expect(await readStored(run)).toMatchObject({
    connection: { phase: 'connected', failure: null },
    settings: { syncHour: 21 },
  });
  const { tables } = await readLibrary(run);
  expect(tables['playerItems']).toStrictEqual(before.tables['playerItems']);
  expect(tables['titles']).toHaveLength(before.tables['titles']?.length ?? 0);
}
