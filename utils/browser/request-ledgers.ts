import * as z from 'zod/mini';
import type { CountedRequests } from '../domain/sync/budget';
import { EMPTY_LEDGER, type SignInLedger } from '../domain/connection/sign-in-limits';
import { eachReadable } from '../schema/each-readable';
import { schemaOf } from '../schema/schema-of';
import { changeLocal, readLocal } from './local-area';
import { storedValue } from './stored-value';

const instants = z.catch(eachReadable(z.number()), []);

/** When data was asked for last, on the disk, so that neither a new worker nor a new browser forgets. */
export const dataRequests = storedValue<number[]>('local', 'dataRequests', instants, []);

/** Until when half of Sony's limit is left to another browser or program, likewise. */
const halvedUntil = storedValue('local', 'halvedUntil', z.number(), 0);

const COUNTED = ['dataRequests', 'halvedUntil'] as const;

function countedIn(stored: Awaited<ReturnType<typeof readLocal>>): CountedRequests {
  return {
    instants: dataRequests.parse(stored.dataRequests),
    halvedUntil: halvedUntil.parse(stored.halvedUntil),
  };
}

/** Both as one. What is counted is read and written in one go: an erase comes before it or after it. */
export const countedRequests = {
  read: async (): Promise<CountedRequests> => countedIn(await readLocal(COUNTED)),
  change: (update: (counted: CountedRequests) => CountedRequests): Promise<void> =>
    changeLocal(COUNTED, (stored) => {
      const before = countedIn(stored);
      const after = update(before);
      if (after === before) return null;
      return {
        dataRequests: after.instants,
        ...(after.halvedUntil !== before.halvedUntil && { halvedUntil: after.halvedUntil }),
      };
    }),
};

/** When the sign-in was looked at and exchanged, likewise. */
export const signInLedger = storedValue<SignInLedger>(
  'local',
  'signInLedger',
  schemaOf<SignInLedger>()(() =>
    z.object({
      requests: instants,
      sessions: instants,
      exchanges: instants,
      refusals: z.catch(z.number(), 0),
      pauses: z.catch(z.object({ session: z.number(), exchange: z.number() }), EMPTY_LEDGER.pauses),
    }),
  ),
  EMPTY_LEDGER,
);
