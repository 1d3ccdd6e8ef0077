import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const KEY = 'requestLog';
const instants = z.array(z.number());

/** When Sony was last asked, kept in `storage.local` so that neither a new worker nor a new browser forgets. */
export const requestLog = {
  async read(): Promise<number[]> {
    const stored = instants.safeParse((await browser.storage.local.get(KEY))[KEY]);
    return stored.success ? stored.data : [];
  },

  async write(log: number[]): Promise<void> {
    await browser.storage.local.set({ [KEY]: log });
  },
};
