import { type ConnectedBrowser, connectedBrowser } from './connected-browser.ts';
import type * as InMemory from './in-memory/packed-account.ts';
import type { PackedRows } from './in-memory/packed-account.ts';
import { importInNode } from './product-modules.ts';

/** The account of 5,000 games whose sets have 50 trophies each. */
const ACCOUNT = 'leaderboard';
const AT_ONCE = 250;

/** A browser with the lists of 5,000 games and their 250,000 trophies, as a sync of nine hours would have stored them. */
export async function withTrophies(): Promise<ConnectedBrowser> {
  const browser = await connectedBrowser(ACCOUNT, { isListed: true });
  try {
    const { packedAccount } = await importInNode<typeof InMemory>('in-memory/packed-account.ts');
    const given = { seed: 1, now: Date.now(), atOnce: AT_ONCE };
    for (const rows of packedAccount(ACCOUNT, given)) await browser.page.evaluate(storeRows, rows);
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Runs in the page, without what surrounds it. */
async function storeRows({ sets, earnings }: PackedRows): Promise<void> {
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
