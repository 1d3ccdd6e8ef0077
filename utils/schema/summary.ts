import * as z from 'zod/mini';
import type { TrophySummary } from '../domain/connection/player';
import type { GradeCounts, PartialCounts } from '../domain/trophies/grades';
import { storedCount, storedOwnCount, storedPercent } from './known';
import { schemaOf } from './schema-of';

export const storedGradeCounts = schemaOf<GradeCounts>()(() =>
  z.object({
    bronze: storedOwnCount,
    silver: storedOwnCount,
    gold: storedOwnCount,
    platinum: storedOwnCount,
  }),
);

/** Null where Sony has not said how many. */
export const storedPartialCounts = schemaOf<PartialCounts>()(() =>
  z.object({
    bronze: storedCount,
    silver: storedCount,
    gold: storedCount,
    platinum: storedCount,
  }),
);

export const storedSummary = schemaOf<TrophySummary>()(() =>
  z.object({
    trophyLevel: storedCount,
    progress: storedPercent,
    tier: storedCount,
    earned: storedPartialCounts,
  }),
);
