import * as z from 'zod/mini';
import type { TrophySummary } from '../domain/connection/player';
import type { GradeCounts } from '../domain/trophies/grades';
import { schemaOf } from './schema-of';

export const storedGradeCounts = schemaOf<GradeCounts>()(
  z.object({
    bronze: z.number(),
    silver: z.number(),
    gold: z.number(),
    platinum: z.number(),
  }),
);

export const storedSummary = schemaOf<TrophySummary>()(
  z.object({
    trophyLevel: z.number(),
    progress: z.number(),
    tier: z.number(),
    earned: storedGradeCounts,
  }),
);
