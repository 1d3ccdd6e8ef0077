import * as z from 'zod/mini';
import type { TrophySummary } from '../domain/connection/player';
import type { GradeCounts, PartialCounts } from '../domain/trophies/grades';
import { schemaOf } from './schema-of';

export const storedGradeCounts = schemaOf<GradeCounts>()(
  z.object({
    bronze: z.number(),
    silver: z.number(),
    gold: z.number(),
    platinum: z.number(),
  }),
);

/** Null where Sony has not said how many. */
export const storedPartialCounts = schemaOf<PartialCounts>()(
  z.object({
    bronze: z.nullable(z.number()),
    silver: z.nullable(z.number()),
    gold: z.nullable(z.number()),
    platinum: z.nullable(z.number()),
  }),
);

export const storedSummary = schemaOf<TrophySummary>()(
  z.object({
    trophyLevel: z.nullable(z.number()),
    progress: z.nullable(z.number()),
    tier: z.nullable(z.number()),
    earned: storedPartialCounts,
  }),
);
