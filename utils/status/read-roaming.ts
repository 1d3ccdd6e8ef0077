import { browser } from 'wxt/browser';
import { said } from '../browser/local-reading';
import { BUCKETS_OF_ALL, bucketsOf } from '../domain/library/roaming-items';
import { storedRoaming } from './values';

/** How many of the player's words find no room on the way to their other computers. */
export async function readRoamingLeft(): Promise<number> {
  return (await storedRoaming.read()).left;
}

/** Calls back at once, and whenever some were written, or found no room. Returns what ends it. */
export function followRoaming(tell: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && 'roaming' in changes) tell();
  };
  browser.storage.onChanged.addListener(listener);
  tell();
  return () => browser.storage.onChanged.removeListener(listener);
}

/**
 * True where words are on the servers, of whichever account: this browser has put them there, and has not seen since that
 * they were taken off, or they lie there. What it had put there an erase has it forget.
 */
export async function hasRoamed(): Promise<boolean> {
  return (await storedRoaming.read()).writtenAt !== null || (await isThere(BUCKETS_OF_ALL));
}

/** True where words of this account are on the servers, whoever put them there. */
export function isOnServers(accountId: string): Promise<boolean> {
  return isThere(bucketsOf(accountId));
}

async function isThere(prefix: string): Promise<boolean> {
  const names = Object.keys(await said(browser.storage.sync.get(null)));
  return names.some((name) => name.startsWith(prefix));
}
