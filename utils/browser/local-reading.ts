import { browser } from 'wxt/browser';
import { FailureError } from '../domain/failure';
import type { LocalKey } from './stored-keys';

export type Values = { [Key in LocalKey]?: unknown };

/** What everybody who writes to `storage.local` waits for: the area is also cleared as a whole. */
export const LOCK = 'storage-local';

/** Reads some values of the area, for pages: what writes there is a page's last need. */
export async function readLocalNow(keys: readonly LocalKey[]): Promise<Values> {
  return said(browser.storage.local.get([...keys]));
}

/** The same once nobody writes or clears the area: in the middle of a clearing nothing is there of what stays. */
export async function readLocalAtRest(keys: readonly LocalKey[]): Promise<Values> {
  return navigator.locks.request(LOCK, { mode: 'shared' }, () => readLocalNow(keys));
}

/** What the browser refuses, in our own words: its own may hold anything. */
export async function said<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (thrown) {
    const isFull = thrown instanceof Error && /quota|no space|disk full/i.test(thrown.message);
    throw new FailureError({ cause: isFull ? 'storage-full' : 'storage-unavailable' });
  }
}
