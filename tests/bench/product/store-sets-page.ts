import type { PackedSet } from '../../../utils/database/packed-set';
import type { LibraryTexts } from '../answer-texts';
import { SetStoring } from './set-storing';

/** What the page offers to whoever drives it: each stores so many sets in a database of its own, in milliseconds. */
export interface SetsPage {
  /** The texts of a few sets, which are stored under as many names as are wanted. */
  give: (texts: LibraryTexts, now: number) => void;
  product: (count: number) => Promise<number>;
  /** The rows that the product has stored last, each as often as it has written it: a transaction an answer. */
  raw: (count: number) => Promise<number>;
}

let given: { texts: LibraryTexts; now: number } | undefined;
let databases = 0;
let rows: PackedSet[] = [];

const page: SetsPage = {
  give(texts, now) {
    given = { texts, now };
  },
  async product(count) {
    if (given === undefined) throw new Error('There are no texts.');
    const { texts, now } = given;
    const { trophyTitles } = JSON.parse(texts.titles) as {
      trophyTitles: { npCommunicationId: string }[];
    };
    const sets = trophyTitles.slice(0, count).map(({ npCommunicationId }, index) => {
      const set = texts.sets[index % texts.sets.length];
      if (set === undefined) throw new Error('There are no sets.');
      return { ...set, npCommunicationId };
    });
    const storing = await SetStoring.open({ ...texts, sets }, `bench-${String(++databases)}`, now);
    const began = performance.now();
    await storing.storeAll();
    const took = performance.now() - began;
    rows = await storing.rows();
    storing.close();
    return took;
  },
  async raw(count) {
    const database = await openRaw(`raw-${String(++databases)}`);
    const began = performance.now();
    for (const row of rows.slice(0, count)) {
      await put(database, row);
      await put(database, row);
    }
    const took = performance.now() - began;
    database.close();
    return took;
  },
};
Object.assign(globalThis, { setsPage: page });

function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('sets', { keyPath: 'npCommunicationId' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('A database does not open.'));
  });
}

function put(database: IDBDatabase, row: PackedSet): Promise<void> {
  return new Promise((resolve, reject) => {
    const writing = database.transaction('sets', 'readwrite');
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(new Error('A row is not stored.'));
    writing.objectStore('sets').put(row);
  });
}
