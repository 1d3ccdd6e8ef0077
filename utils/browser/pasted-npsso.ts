import * as z from 'zod/mini';
import type { KeptCode } from '../connection/ports';
import { CODE_KEPT_FOR, type PastedCode } from '../domain/connection/npsso';
import { Secret } from '../domain/connection/secret';
import { storedValue } from './stored-value';

/** Long enough for the record to say that it is to be used. */
const MOMENT = 15_000;

const pasted = z.object({
  npsso: z.string(),
  until: z.number(),
  endsIn: z.nullable(z.number()),
});
const stored = storedValue<z.infer<typeof pasted> | null>('session', 'pastedNpsso', pasted, null);

/** The NPSSO that the player pasted: in memory only, until its exchange is over, and for ten minutes at most. */
export const pastedNpsso = {
  write: ({ npsso, endsIn }: PastedCode): Promise<void> =>
    stored.write({ npsso: npsso.reveal(), until: Date.now() + CODE_KEPT_FOR, endsIn }),

  async read(): Promise<KeptCode | null> {
    const value = await stored.read();
    if (value === null) return null;
    const keptFor = value.until - Date.now();
    if (keptFor > 0) {
      const endsIn = value.endsIn === null ? null : value.endsIn - (CODE_KEPT_FOR - keptFor);
      return { npsso: new Secret(value.npsso), endsIn, keptFor };
    }
    await stored.forget();
    return null;
  },

  async forget(npsso?: Secret): Promise<void> {
    const isAnother = npsso !== undefined && (await stored.read())?.npsso !== npsso.reveal();
    if (!isAnother) await stored.forget();
  },

  async forgetLeft(): Promise<void> {
    const value = await stored.read();
    if (value !== null && value.until < Date.now() + CODE_KEPT_FOR - MOMENT) await stored.forget();
  },
};
