import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Secret } from '../domain/secret';

const KEY = 'handedOver';

/**
 * How an NPSSO gets from a page to the background, or back: through `storage.session`, which never reaches the disk
 * and is closed to all but our own contexts. Messages carry none.
 */
export async function handOver(npsso: Secret): Promise<void> {
  await browser.storage.session.set({ [KEY]: npsso.reveal() });
}

/** Takes what was handed over: it is there once only. */
export async function takeOver(): Promise<Secret | null> {
  const npsso = z.string().safeParse((await browser.storage.session.get(KEY))[KEY]);
  await browser.storage.session.remove(KEY);
  return npsso.success ? new Secret(npsso.data) : null;
}
