import * as z from 'zod/mini';
import {
  SESSION_STATES,
  TOKEN_STATES,
  WAYS,
  type Connection,
} from '../domain/connection/connection';
import { CAUSES } from '../domain/failure';
import type { Settings } from '../domain/settings';
import type { Snapshot } from '../domain/sync/snapshot';
import { SYNC_PHASES } from '../domain/sync/sync-status';
import { SYNC_OUTCOMES, SYNC_TRIGGERS } from '../domain/sync/sync-run';
import { storedPlayer } from '../schema/player';
import { schemaOf } from '../schema/schema-of';

/** The shapes of what is stored for pages to follow: another version may have written it. */

const failure = z.object({
  // A cause that only another version knows costs itself, and not the record.
  cause: z.catch(z.enum(CAUSES), 'unexpected'),
  during: z.exactOptional(z.string()),
  status: z.exactOptional(z.number()),
  until: z.exactOptional(z.number()),
  fields: z.exactOptional(z.array(z.string())),
});

const tokenLife = z.object({
  grant: z.number(),
  refreshTokenEndsAt: z.number(),
  provedAt: z.number(),
  session: z.object({
    state: z.catch(z.enum(SESSION_STATES), 'unknown'),
    endsAt: z.nullable(z.number()),
    seenAt: z.number(),
  }),
});

const disconnected = z.object({
  phase: z.literal('disconnected'),
  failure: z.nullable(failure),
});

/** Null where it is missing or cannot be read: then tokens are tried as they are. */
const recovery = z.catch(
  z.nullable(
    z.object({
      token: z.enum(TOKEN_STATES),
      failure,
      tries: z.number(),
      nextAt: z.number(),
    }),
  ),
  null,
);

const connected = z.object({
  phase: z.literal('connected'),
  accountId: z.string(),
  tokenLife,
  failure: z.nullable(failure),
  recovery,
  renewal: z.nullable(
    z.object({
      step: z.enum(['exchange', 'sign-in']),
      since: z.number(),
      laterThan: z.nullable(z.number()),
      isShown: z.boolean(),
    }),
  ),
  refused: z.nullable(failure),
});

const attempt = {
  id: z.string(),
  way: z.enum(WAYS),
  former: z.union([disconnected, connected]),
};

export const connection = schemaOf<Connection>()(
  z.union([
    disconnected,
    connected,
    z.object({
      ...attempt,
      phase: z.literal('connecting'),
      step: z.enum(['session', 'code', 'tokens']),
    }),
    z.object({
      ...attempt,
      phase: z.literal('connecting'),
      step: z.literal('profile'),
      accountId: z.string(),
      tokenLife,
    }),
    z.object({ ...attempt, phase: z.literal('waiting-for-access'), since: z.number() }),
    z.object({ ...attempt, phase: z.literal('old-session'), endsAt: z.number() }),
    z.object({
      ...attempt,
      phase: z.literal('signing-out'),
      since: z.number(),
      laterThan: z.number(),
      isShown: z.boolean(),
    }),
    z.object({
      ...attempt,
      phase: z.literal('waiting-for-sign-in'),
      since: z.number(),
      laterThan: z.nullable(z.number()),
      isShown: z.boolean(),
      wanted: z.exactOptional(failure),
    }),
    z.object({ phase: z.enum(['disconnecting', 'erasing']), since: z.number() }),
  ]),
);

/** Some of the settings, or all: an earlier version had fewer, and a change names those that change. */
export const someSettings = schemaOf<Partial<Settings>>()(
  z.object({
    renewal: z.exactOptional(z.boolean()),
    warnings: z.exactOptional(z.boolean()),
    syncHour: z.exactOptional(z.nullable(z.number().check(z.int(), z.gte(0), z.lte(23)))),
    everyGame: z.exactOptional(z.boolean()),
    picksNewGames: z.exactOptional(z.boolean()),
    news: z.exactOptional(z.boolean()),
    showsSecrets: z.exactOptional(z.boolean()),
  }),
);

const gradeCounts = z.object({
  bronze: z.number(),
  silver: z.number(),
  gold: z.number(),
  platinum: z.number(),
});

const partialCounts = z.object({
  bronze: z.nullable(z.number()),
  silver: z.nullable(z.number()),
  gold: z.nullable(z.number()),
  platinum: z.nullable(z.number()),
});

const progress = {
  phase: z.enum(SYNC_PHASES),
  done: z.number(),
  total: z.nullable(z.number()),
  requestsLeft: z.nullable(z.number()),
  endsAt: z.nullable(z.number()),
};

const gaps = z.array(z.object({ phase: z.enum(SYNC_PHASES), failure }));

const run = z.object({
  startedAt: z.number(),
  finishedAt: z.nullable(z.number()),
  trigger: z.enum(SYNC_TRIGGERS),
  isFirst: z.boolean(),
  outcome: z.enum(SYNC_OUTCOMES),
  requests: z.number(),
  newTrophies: gradeCounts,
  newPlatinums: z.array(z.string()),
  newTitleCount: z.number(),
  newTitles: z.array(z.string()),
  grown: z.array(z.object({ npCommunicationId: z.string(), lostHundred: z.boolean() })),
  gone: z.array(z.string()),
  back: z.array(z.string()),
  unread: z.number(),
  gaps,
});

export const snapshot = schemaOf<Snapshot>()(
  z.object({
    player: z.nullable(storedPlayer),
    summary: z.nullable(
      z.object({
        trophyLevel: z.number(),
        progress: z.number(),
        tier: z.number(),
        earned: gradeCounts,
      }),
    ),
    titleCount: z.number(),
    hasChosen: z.boolean(),
    sync: z.union([
      z.object({ state: z.literal('idle') }),
      z.object({ state: z.literal('running'), ...progress }),
      z.object({ state: z.literal('stopped'), ...progress }),
      z.object({ state: z.literal('paused'), ...progress, failure, resumesAt: z.number() }),
    ]),
    lastSyncedAt: z.nullable(z.number()),
    gaps,
    unreadCount: z.number(),
    recentTitles: z.array(
      z.object({
        npCommunicationId: z.string(),
        name: z.string(),
        iconUrl: z.nullable(z.string()),
        platforms: z.array(z.string()),
        progress: z.nullable(z.number()),
        earned: partialCounts,
        lastPlayedAt: z.number(),
      }),
    ),
    lastRun: z.nullable(run),
  }),
);
