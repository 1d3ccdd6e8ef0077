import * as z from 'zod/mini';
import { Secret } from '../domain/connection/secret';
import { storedValue } from './stored-value';

const TEN_MINUTES = 10 * 60_000;
/** Long enough for the record to say that it is to be used. */
const MOMENT = 15_000;

const pasted = z.object({ npsso: z.string(), until: z.number() });
const stored = storedValue<z.infer<typeof pasted> | null>('session', 'pastedNpsso', pasted, null);

/** The NPSSO that the player pasted: in memory only, until its exchange is over, and for ten minutes at most. */
export const pastedNpsso = {
  write: (npsso: Secret): Promise<void> =>
    stored.write({ npsso: npsso.reveal(), until: Date.now() + TEN_MINUTES }),

  async read(): Promise<Secret | null> {
    const value = await stored.read();
    if (value === null) return null;
    if (value.until > Date.now()) return new Secret(value.npsso);
    await stored.forget();
    return null;
  },

  async forget(npsso?: Secret): Promise<void> {
    const isAnother = npsso !== undefined && (await stored.read())?.npsso !== npsso.reveal();
    if (!isAnother) await stored.forget();
  },

  async forgetLeft(): Promise<void> {
    const value = await stored.read();
    if (value !== null && value.until < Date.now() + TEN_MINUTES - MOMENT) await stored.forget();
  },
};
