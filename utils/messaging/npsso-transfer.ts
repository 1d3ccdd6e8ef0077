import * as z from 'zod/mini';
import { storedValue } from '../browser/stored-value';
import type { PastedCode } from '../domain/connection/npsso';
import { Secret } from '../domain/connection/secret';

/** Long enough for the other side to take it. */
const MOMENT = 10_000;

const inTransit = storedValue<{ npsso: string; until: number; endsIn: number | null } | null>(
  'session',
  'npssoInTransit',
  z.object({ npsso: z.string(), until: z.number(), endsIn: z.nullable(z.number()) }),
  null,
);

/**
 * How an NPSSO gets from a page to the background, or back: through `storage.session`, which never reaches the disk
 * and is closed to all but our own contexts. Messages carry none.
 */
export async function sendNpsso({ npsso, endsIn }: PastedCode): Promise<void> {
  await inTransit.write({ npsso: npsso.reveal(), until: Date.now() + MOMENT, endsIn });
  setTimeout(() => void dropUnclaimedNpsso(), MOMENT);
}

/** A page that sends a code may be closed at once: what it has written comes before or after what it asks. Milliseconds. */
const ON_ITS_WAY = 1_000;

/** Takes what was sent by a page that may be gone: it is there in a moment, if it is not there yet. */
export async function awaitNpsso(): Promise<PastedCode | null> {
  for (let waited = 0; waited < ON_ITS_WAY; waited += 50) {
    if ((await inTransit.read()) !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return receiveNpsso();
}

/** Takes what was handed over: it is there once only, and not for long. */
export async function receiveNpsso(): Promise<PastedCode | null> {
  const stored = await inTransit.read();
  await inTransit.forget();
  if (stored === null || stored.until <= Date.now()) return null;
  return { npsso: new Secret(stored.npsso), endsIn: stored.endsIn };
}

/** Removes what nobody came for. */
export async function dropUnclaimedNpsso(): Promise<void> {
  const stored = await inTransit.read();
  if (stored !== null && stored.until <= Date.now()) await inTransit.forget();
}
