import * as z from 'zod/mini';
import { EMPTY_LEDGER, type SignInLedger } from '../domain/connection/sign-in-limits';
import { eachReadable } from '../schema/each-readable';
import { schemaOf } from '../schema/schema-of';
import { storedValue } from './stored-value';

const instants = z.catch(eachReadable(z.number()), []);

/** When data was asked for last, on the disk, so that neither a new worker nor a new browser forgets. */
export const dataRequests = storedValue<number[]>('local', 'dataRequests', instants, []);

/** Until when half of Sony's limit is left to another browser or program, likewise. */
export const halvedUntil = storedValue('local', 'halvedUntil', z.number(), 0);

/** When the sign-in was looked at and exchanged, likewise. */
export const signInLedger = storedValue<SignInLedger>(
  'local',
  'signInLedger',
  schemaOf<SignInLedger>()(
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
