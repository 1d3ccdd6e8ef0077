import * as z from 'zod/mini';
import type { Pause } from '../domain/sync/next-sync-action';
import {
  ALL_NAMED,
  SYNC_OUTCOMES,
  SYNC_TRIGGERS,
  type SyncRun,
  type Unnamed,
} from '../domain/sync/sync-run';
import type { NothingMissing } from '../domain/sync/nothing-missing';
import { SYNC_GAPS, type SyncGap } from '../domain/sync/sync-status';
import { storedFailure } from './failure';
import { schemaOf } from './schema-of';
import { storedOwnCount } from './known';
import { storedGradeCounts } from './summary';

export const storedGaps = schemaOf<SyncGap[]>()(() =>
  z.array(z.object({ phase: z.enum(SYNC_GAPS), failure: storedFailure })),
);

export const storedPause = schemaOf<Pause>()(() =>
  z.object({
    failure: storedFailure,
    resumesAt: z.number(),
    isOfConnection: z._default(z.boolean(), false),
  }),
);

export const storedNothingMissing = z._default(
  z.nullable(
    schemaOf<NothingMissing>()(() => z.object({ at: z.number(), everyGame: z.boolean() })),
  ),
  null,
);

const titleIds = z._default(z.array(z.string()), []);

const titleTrophies = z.object({ npCommunicationId: z.string(), trophies: z.number() });

function changedTitle<Value extends z.ZodMiniType>(value: Value) {
  return z.object({ npCommunicationId: z.string(), before: value, after: value });
}

const more = z._default(z.number(), 0);

const unnamed = schemaOf<Unnamed>()(() =>
  z.object({
    newPlatinums: more,
    grown: more,
    altered: more,
    lostHundreds: more,
    takenBack: more,
    renamed: more,
    moved: more,
    gone: more,
    back: more,
    trophiesTakenBack: more,
  }),
);

export const storedRun = schemaOf<SyncRun>()(() =>
  z.object({
    startedAt: z.number(),
    finishedAt: z.nullable(z.number()),
    trigger: z.enum(SYNC_TRIGGERS),
    isFirst: z.boolean(),
    outcome: z.enum(SYNC_OUTCOMES),
    requests: storedOwnCount,
    newTrophies: storedGradeCounts,
    uncounted: z._default(storedOwnCount, 0),
    newPlatinums: z.array(z.string()),
    newTitleCount: storedOwnCount,
    newTitles: z.array(z.string()),
    grown: titleIds,
    altered: titleIds,
    lostHundreds: titleIds,
    takenBack: z._default(z.array(titleTrophies), []),
    earnedIn: z._default(z.array(titleTrophies), []),
    renamed: z._default(z.array(changedTitle(z.string())), []),
    moved: z._default(z.array(changedTitle(z.array(z.string()))), []),
    gone: z.array(z.string()),
    back: z.array(z.string()),
    unnamed: z._default(unnamed, ALL_NAMED),
    unread: storedOwnCount,
    gaps: storedGaps,
  }),
);
