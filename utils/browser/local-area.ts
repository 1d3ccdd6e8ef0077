import { browser } from 'wxt/browser';
import { LOCK, readLocalNow, said, type Values } from './local-reading';
import type { LocalKey } from './stored-keys';

/** Random, so that it cannot be packed, and larger than what was there: it takes the place of what was freed. */
const FILLER = 'filler' satisfies LocalKey;
const SMALLEST_FILLER = 128 * 1024;
/**
 * One large value leaves most of a page as it was: only rows fill one, but for a gap of less than a row. Rows of
 * another length leave the gap elsewhere.
 */
const FILLER_ROWS = [1_000, 150];

/** Moves on when a clearing of everything begins and when it ends: what was begun before that is not written after it. */
let era = 0;

/** Brings a clearing to its end that storage has refused in the middle, while this worker lives. */
let endClearing: (() => Promise<void>) | null = null;

/** Reads some values of the area. */
export async function readLocal(keys: readonly LocalKey[]): Promise<Values> {
  if (endClearing !== null) await writing(() => Promise.resolve());
  return readLocalNow(keys);
}

/** Writes some values. Does nothing where everything was erased meanwhile. */
export function writeLocal(values: Values): Promise<void> {
  return writing(() => said(browser.storage.local.set(values)));
}

/** Removes a value; its bytes may stay on the disk for a while. */
export function removeLocal(key: LocalKey): Promise<void> {
  return writing(() => said(browser.storage.local.remove(key)));
}

/** Reads, updates and writes in one go. Writes nothing where the update hands back null. */
export function changeLocal(
  keys: readonly LocalKey[],
  update: (stored: Values) => Values | null,
): Promise<void> {
  return writing(async () => {
    const changed = update(await said(browser.storage.local.get([...keys])));
    if (changed !== null) await said(browser.storage.local.set(changed));
  });
}

async function writing(work: () => Promise<void>): Promise<void> {
  const begun = era;
  await navigator.locks.request(LOCK, async () => {
    await endClearing?.();
    if (begun === era) await work();
  });
}

/** Where the values that are to stay are, on the disk, while the area is cleared; and the sign that it is. */
export interface ClearingStore {
  /** Null where no clearing is under way. Creates nothing. */
  read(): Promise<Values | null>;
  write(staying: Values): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Clears the area, so that nothing of it is left on the disk either: removing a value leaves its bytes there. What
 * stays is put back; a worker that dies in between is followed by one that goes on (`finishClearing`).
 * @param removed the keys that go; null for all, and then nothing that was begun before is written any more
 */
export async function clearLocal(
  store: ClearingStore,
  removed: readonly LocalKey[] | null,
): Promise<void> {
  if (removed === null) era++;
  await navigator.locks.request(LOCK, async () => {
    await endClearing?.();
    const stored = await said(browser.storage.local.get(null));
    const staying = Object.fromEntries(
      Object.entries(stored).filter(
        ([key]) => removed !== null && !removed.includes(key as LocalKey),
      ),
    );
    // Where nothing can be stored beside it, there is no better place than this worker.
    await store.write(staying).catch(() => undefined);
    await replaceAll(store, staying);
    if (removed === null) era++;
  });
}

/** Goes on with a clearing that a worker died in. True where there was one. */
export async function finishClearing(store: ClearingStore): Promise<boolean> {
  return navigator.locks.request(LOCK, async () => {
    const staying = await store.read().catch(() => null);
    if (staying === null) return false;
    const stored = Object.keys(await said(browser.storage.local.get(null)));
    // Only a clearing that was begun and not ended leaves the area like that. Before it, whoever wanted it comes again.
    const isHalfDone = stored.every((key) => key.startsWith(FILLER));
    if (isHalfDone) await replaceAll(store, staying);
    else await store.remove();
    return isHalfDone;
  });
}

async function replaceAll(store: ClearingStore, staying: Values): Promise<void> {
  try {
    await said(replaced(store, staying));
  } catch (thrown) {
    endClearing = () => replaceAll(store, staying);
    throw thrown;
  }
  endClearing = null;
}

async function replaced(store: ClearingStore, staying: Values): Promise<void> {
  const size = JSON.stringify(await browser.storage.local.get(null)).length;
  await browser.storage.local.clear();
  for (const each of FILLER_ROWS) {
    await browser.storage.local.set(fillerOf(Math.max(SMALLEST_FILLER, 2 * size), each));
    await browser.storage.local.clear();
  }
  await browser.storage.local.set(staying);
  await store.remove().catch(() => undefined);
}

/** Random text in so many rows of one length: Firefox writes each value into a place of its own in a page. */
function fillerOf(size: number, each: number): Record<string, string> {
  const text = randomText(size);
  const rows = Array.from({ length: Math.ceil(size / each) }, (_, row): [string, string] => [
    `${FILLER}-${String(row)}`,
    text.slice(row * each, (row + 1) * each),
  ]);
  return Object.fromEntries(rows);
}

function randomText(size: number): string {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) {
    crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  }
  return Array.from(bytes, (byte) => String.fromCharCode(32 + (byte % 94))).join('');
}
