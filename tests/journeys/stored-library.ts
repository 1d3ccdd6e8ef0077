import type { Chromium } from '../browser/chromium.ts';
import type { Firefox } from '../browser/firefox.ts';

type StoredLibrary = Record<'titles' | 'trophySets' | 'playedGames', unknown[]>;

/** The library as the database has it, without what only says when it was looked at. */
export async function readLibrary(chromium: Chromium): Promise<StoredLibrary> {
  return JSON.parse(await chromium.worker.evaluate(libraryInBrowser)) as StoredLibrary;
}

/** The same in Firefox, of a page of the extension's. */
export async function readLibraryInFirefox({
  page,
}: Pick<Firefox, 'page'>): Promise<StoredLibrary> {
  const stored = await page.evaluate(`return (${String(libraryInBrowser)})()`);
  return JSON.parse(String(stored)) as StoredLibrary;
}

/** Runs in the browser. */
async function libraryInBrowser(): Promise<string> {
  const databases = await indexedDB.databases();
  const { connection } = await chrome.storage.local.get<{ connection?: { accountId?: string } }>(
    'connection',
  );
  // Of several accounts that one which is connected.
  const ending = new RegExp(`-${connection?.accountId ?? '\\d+'}$`);
  const { name = '' } = databases.find((each) => ending.test(each.name ?? '')) ?? {};
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
}

export interface StoredTitle {
  npCommunicationId: string;
  name: string;
  choice: string;
  /** What each answer was asked for with; null where it has not come. */
  fetched: { earned: string | null };
}

/** Every title of the library, or only those of which the player chose so. */
export async function readTitles(chromium: Chromium, choice?: string): Promise<StoredTitle[]> {
  const titles = (await readLibrary(chromium)).titles as StoredTitle[];
  return titles.filter((title) => choice === undefined || title.choice === choice);
}

interface StoredSet {
  npCommunicationId: string;
  trophies: [trophyId: number, group: number, grade: number, ...rest: unknown[]][];
}

/** Picked games that are gone, or of which there are fewer trophies than Sony counts. */
export async function incompleteTitles(chromium: Chromium): Promise<string[]> {
  const { titles, trophySets } = await readLibrary(chromium);
  const sets = new Map((trophySets as StoredSet[]).map((set) => [set.npCommunicationId, set]));
  return (titles as (StoredTitle & { defined: Record<string, number>; absence: unknown })[])
    .filter(({ choice, defined, absence, npCommunicationId }) => {
      const counted = Object.values(defined).reduce((sum, count) => sum + count, 0);
      const stored = sets.get(npCommunicationId)?.trophies.length;
      return absence !== null || (choice === 'picked' && stored !== counted);
    })
    .map(({ npCommunicationId }) => npCommunicationId);
}

/** Places in a packed trophy. */
const BRONZE = 0;
const EARNED = 7;

/** One bronze trophy of each held game that has one left to earn: its game, and its id. */
export async function trophiesToEarn(
  chromium: Chromium,
): Promise<[npCommunicationId: string, trophyId: number][]> {
  const { trophySets } = await readLibrary(chromium);
  return (trophySets as StoredSet[]).flatMap(({ npCommunicationId, trophies }) => {
    const left = trophies.find((trophy) => trophy[2] === BRONZE && trophy[EARNED] === 0);
    return left === undefined ? [] : [[npCommunicationId, left[0]]];
  });
}
