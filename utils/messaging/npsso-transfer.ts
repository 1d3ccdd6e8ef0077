import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Secret } from '../domain/connection/secret';

const KEY = 'npssoInTransit';
/** Long enough for the other side to take it. */
const MOMENT = 10_000;
const inTransit = z.object({ npsso: z.string(), until: z.number() });

/**
 * How an NPSSO gets from a page to the background, or back: through `storage.session`, which never reaches the disk
 * and is closed to all but our own contexts. Messages carry none.
 */
export async function sendNpsso(npsso: Secret): Promise<void> {
  const until = Date.now() + MOMENT;
  await browser.storage.session.set({ [KEY]: { npsso: npsso.reveal(), until } });
  setTimeout(() => void dropUnclaimedNpsso(), MOMENT);
}

/** Takes what was handed over: it is there once only, and not for long. */
export async function receiveNpsso(): Promise<Secret | null> {
  const stored = inTransit.safeParse((await browser.storage.session.get(KEY))[KEY]);
  await browser.storage.session.remove(KEY);
  return stored.success && stored.data.until > Date.now() ? new Secret(stored.data.npsso) : null;
}

/** Removes what nobody came for. */
export async function dropUnclaimedNpsso(): Promise<void> {
  const stored = inTransit.safeParse((await browser.storage.session.get(KEY))[KEY]);
  if (stored.success && stored.data.until <= Date.now()) await browser.storage.session.remove(KEY);
}
