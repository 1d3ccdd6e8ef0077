import type { Chromium } from '../browser/chromium.ts';

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

/** The library as the database has it, without what only says when it was looked at. */
export async function readLibrary(
  chromium: Chromium,
): Promise<Record<'titles' | 'trophySets' | 'playedGames', unknown[]>> {
  const stores = await chromium.worker.evaluate(async () => {
    const databases = await indexedDB.databases();
    const { name = '' } = databases.find((each) => /-\d+$/.test(each.name ?? '')) ?? {};
    const database = await promised(indexedDB.open(name));
    const all = (store: string): Promise<unknown[]> =>
      promised(database.transaction(store).objectStore(store).getAll());
    const library = {
      titles: await all('titles'),
      trophySets: await all('trophySets'),
      playedGames: await all('playedGames'),
    };
    database.close();
    return JSON.stringify(library, (key, value: unknown) => (key === 'at' ? null : value));

    function promised<Value>(request: IDBRequest<Value>): Promise<Value> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    }
  });
  return JSON.parse(stores) as Awaited<ReturnType<typeof readLibrary>>;
}

interface HeldSet {
  npCommunicationId: string;
  trophies: [trophyId: number, group: string, grade: number, ...rest: unknown[]][];
}

/** Places in a packed trophy. */
const BRONZE = 0;
const EARNED = 9;

/** One bronze trophy of each held game that has one left to earn: its game, and its id. */
export async function trophiesToEarn(
  chromium: Chromium,
): Promise<[npCommunicationId: string, trophyId: number][]> {
  const { trophySets } = await readLibrary(chromium);
  return (trophySets as HeldSet[]).flatMap(({ npCommunicationId, trophies }) => {
    const left = trophies.find((trophy) => trophy[2] === BRONZE && trophy[EARNED] === 0);
    return left === undefined ? [] : [[npCommunicationId, left[0]]];
  });
}
