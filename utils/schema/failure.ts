import * as z from 'zod/mini';
import { CAUSES } from '../domain/causes';
import type { Cause, Failure } from '../domain/failure';
import { schemaOf } from './schema-of';

/** A cause that only another version knows costs itself, and not the record that it is in. */
export const storedCause = schemaOf<Cause>()(() => z.catch(z.enum(CAUSES), 'unexpected'));

export const storedFailure = schemaOf<Failure>()(() =>
  z.object({
    cause: storedCause,
    during: z.exactOptional(z.string()),
    status: z.exactOptional(z.number()),
    until: z.exactOptional(z.number()),
    ofPastedCode: z.exactOptional(z.literal(true)),
    fields: z.exactOptional(z.array(z.string())),
  }),
);
