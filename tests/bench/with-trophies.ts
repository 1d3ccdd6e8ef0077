import { type ConnectedBrowser, connectedBrowser } from './connected-browser.ts';
import type * as InMemory from './in-memory/packed-account.ts';
import type { PackedRows } from './in-memory/packed-account.ts';
import { ACCOUNT_PLANS } from '../psn/accounts/account-plan.ts';
import { importInNode } from './product-modules.ts';

/** The account of 5,000 games whose sets have 50 trophies each. */
export const WITH_TROPHIES = 'leaderboard';
const AT_ONCE = 250;

/**
 * A browser with the lists of 5,000 games and their 250,000 trophies, as a sync of nine hours would have stored them; or
 * only with the first so many games of that account.
 */
export async function withTrophies(
  games?: number,
  options: Pick<Parameters<typeof connectedBrowser>[1] & object, 'change' | 'profile'> = {},
): Promise<ConnectedBrowser> {
  const browser = await connectedBrowser(WITH_TROPHIES, {
    ...{ isListed: true, ...options },
    ...(games !== undefined && { games }),
  });
  try {
    for (const rows of await rowsOfSets(games)) await browser.page.evaluate(storeRows, rows);
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** What that account's games have of their trophies, some at a time. */
export async function rowsOfSets(games?: number): Promise<Iterable<PackedRows>> {
  const { packedAccount } = await importInNode<typeof InMemory>('in-memory/packed-account.ts');
  const only = games === undefined ? {} : { only: firstSets(games) };
  return packedAccount(WITH_TROPHIES, { seed: 1, now: Date.now(), atOnce: AT_ONCE, ...only });
}

/** Which sets an account has that is left only so many of its games. */
function firstSets(games: number): string[] {
  const { numbersFrom } = ACCOUNT_PLANS[WITH_TROPHIES];
  return Array.from({ length: games }, (_, at) => `NPWR${String(numbersFrom + at)}_00`);
}

/** Runs in the page, without what surrounds it. */
export async function storeRows({ sets, earnings }: PackedRows): Promise<void> {
  const here = await indexedDB.databases();
  const { name = '' } = here.find((each) => /-\d+$/.test(each.name ?? '')) ?? {};
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
  const writing = database.transaction(['trophySets', 'earnings'], 'readwrite');
  for (const row of sets) writing.objectStore('trophySets').put(row);
  for (const row of earnings) writing.objectStore('earnings').put(row);
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(new Error(writing.error?.message));
  });
  database.close();
}

/** Milliseconds until every packed set is here: what no page may wait for. Runs in the page, too. */
export async function scanSets(): Promise<number> {
  const here = await indexedDB.databases();
  const { name = '' } = here.find((each) => /-\d+$/.test(each.name ?? '')) ?? {};
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
  const began = performance.now();
  const reading = database.transaction('trophySets').objectStore('trophySets').getAll();
  await new Promise<void>((resolve, reject) => {
    reading.onsuccess = () => resolve();
    reading.onerror = () => reject(new Error(reading.error?.message));
  });
  const took = performance.now() - began;
  database.close();
  return took;
}
