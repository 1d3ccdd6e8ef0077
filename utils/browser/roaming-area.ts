import * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import type { Buckets, RoamingItem } from '../domain/library/roaming-items';
import { bytesOf, PER_ENTRY } from '../domain/library/roaming-items';
import { eachReadable } from '../schema/each-readable';
import { said } from './local-reading';

/** `storage.sync`: the browser takes it to the player's other computers, by its maker's servers. */

/** That the player has taken their words out of the area, for every computer: nobody puts them there again by itself. */
const ENDED = 'roaming-ended';
const BUCKET = /^items-/;

/** What a later build adds is no reason to refuse what this one knows. */
const item: z.ZodMiniType<RoamingItem> = z.tuple(
  [
    z.string(),
    z.string(),
    z.number(),
    z.unknown(),
    z.number(),
    z.string(),
    z.catch(z.optional(z.number()), undefined),
  ],
  z.unknown(),
);
const bucket = z.catch(eachReadable(item), []);

/** What lies there. */
export interface RoamingArea {
  isEnded: boolean;
  /** Those of the account. */
  buckets: Buckets;
  /** Bytes of all else. */
  elsewhere: number;
}

/** @param prefix what the names of an account's buckets begin with */
export async function readRoaming(prefix: string): Promise<RoamingArea> {
  const stored = Object.entries(await said(browser.storage.sync.get(null)));
  const own = stored.filter(([name]) => name.startsWith(prefix));
  const others = stored.filter(([name]) => !name.startsWith(prefix));
  return {
    isEnded: others.some(([name]) => name === ENDED),
    buckets: new Map(own.map(([name, value]) => [name, bucket.parse(value)])),
    elsewhere: others.reduce(
      (sum, [name, value]) => sum + bytesOf(name) + bytesOf(value) + PER_ENTRY,
      0,
    ),
  };
}

/** All else stays as it is, also what other accounts and later builds have put there. */
export function writeRoaming(changed: Buckets): Promise<void> {
  return said(browser.storage.sync.set(Object.fromEntries(changed)));
}

/** How much lies in it that does not go to other computers: erasing leaves what does, unless the player wants it gone. */
export async function countStrays(): Promise<number> {
  const names = Object.keys(await said(browser.storage.sync.get(null)));
  return names.filter((name) => name !== ENDED && !BUCKET.test(name)).length;
}

/** Takes everything out, and says so to whoever looks: where that is said already, not once more. */
export async function endRoaming(isEnded = false): Promise<void> {
  const mark = (): Promise<void> => said(browser.storage.sync.set({ [ENDED]: 1 }));
  // A full area has no room even for that.
  const isMarked =
    isEnded ||
    (await mark().then(
      () => true,
      () => false,
    ));
  const names = Object.keys(await said(browser.storage.sync.get(null)));
  await said(browser.storage.sync.remove(names.filter((name) => BUCKET.test(name))));
  if (!isMarked) await mark();
}

/** Takes out what is the account's. A computer on which that one is connected puts its own there again. */
export async function takeOffRoaming(prefix: string): Promise<void> {
  const names = Object.keys(await said(browser.storage.sync.get(null)));
  await said(browser.storage.sync.remove(names.filter((name) => name.startsWith(prefix))));
}

export async function beginRoaming(): Promise<void> {
  await said(browser.storage.sync.remove(ENDED));
}
