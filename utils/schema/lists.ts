import * as z from 'zod/mini';
import type { KnownList } from '../domain/sync/known-list';
import type { Reading } from '../domain/sync/list-reading';
import { schemaOf } from './schema-of';

export const storedKnownList = schemaOf<KnownList>()(() =>
  z.object({
    wholeAt: z.nullable(z.number()),
    surplus: z.number(),
    short: z.nullable(z.object({ day: z.number(), readings: z.number() })),
    size: z.nullable(z.object({ size: z.number(), provenAt: z.nullable(z.number()) })),
  }),
);

export const storedReading = schemaOf<Reading>()(() =>
  z.object({
    number: z.number(),
    toEnd: z.boolean(),
    distinct: z.number(),
    repeated: z.number(),
    before: z.nullable(z.number()),
    ever: z.number(),
    nameless: z.number(),
    total: z.nullable(z.number()),
    isSteady: z.boolean(),
    highest: z.number(),
  }),
);
