import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { WARNED_ZONES, type WarnedZone } from '../domain/warning';

const KEY = 'warnedOf';
const warnedZone = z.enum(WARNED_ZONES);

/** The zone that the player was last warned of, so that each warning comes once. */
export const lastWarning = {
  async read(): Promise<WarnedZone | null> {
    const stored = warnedZone.safeParse((await browser.storage.local.get(KEY))[KEY]);
    return stored.success ? stored.data : null;
  },

  write: (zone: WarnedZone): Promise<void> => browser.storage.local.set({ [KEY]: zone }),

  forget: (): Promise<void> => browser.storage.local.remove(KEY),
};
