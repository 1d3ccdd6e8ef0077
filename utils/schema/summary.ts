import * as z from 'zod/mini';
import type { TrophySummary } from '../domain/connection/player';
import type { GradeCounts, PartialCounts } from '../domain/trophies/grades';
import { storedCount, storedPercent } from './known';
import { schemaOf } from './schema-of';

export const storedGradeCounts = schemaOf<GradeCounts>()(
  z.object({
    bronze: z.number().check(z.gte(0)),
    silver: z.number().check(z.gte(0)),
    gold: z.number().check(z.gte(0)),
    platinum: z.number().check(z.gte(0)),
  }),
);

/** Null where Sony has not said how many. */
export const storedPartialCounts = schemaOf<PartialCounts>()(
  z.object({
    bronze: storedCount,
    silver: storedCount,
    gold: storedCount,
    platinum: storedCount,
  }),
);

export const storedSummary = schemaOf<TrophySummary>()(
  z.object({
    trophyLevel: storedCount,
    progress: storedPercent,
    tier: storedCount,
    earned: storedPartialCounts,
  }),
);
