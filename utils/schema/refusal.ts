import * as z from 'zod/mini';
import type { Refusal } from '../domain/sync/refusal';
import { storedFailure } from './failure';
import { schemaOf } from './schema-of';

export const storedRefusal = schemaOf<Refusal>()(() =>
  z.object({
    of: z.string(),
    at: z.number(),
    tries: z.number(),
    failure: storedFailure,
    syncStartedAt: z.number(),
  }),
);
