import * as z from 'zod/mini';
import { SESSION_STATES, WAYS, type Connection } from '../domain/connection/connection';
import type { Settings } from '../domain/settings';
import type { Snapshot } from '../domain/sync/snapshot';
import { SYNC_PHASES } from '../domain/sync/sync-status';
import { storedFailure as failure } from '../schema/failure';
import { storedPlayer } from '../schema/player';
import { schemaOf } from '../schema/schema-of';
import { storedGradeCounts, storedSummary } from '../schema/summary';
import { storedGaps, storedRun } from '../schema/sync';

/** The shapes of what is stored for pages to follow: another version may have written it. */

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

const connected = z.object({
  phase: z.literal('connected'),
  accountId: z.string(),
  tokenLife,
  failure: z.nullable(failure),
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

const progress = {
  phase: z.enum(SYNC_PHASES),
  done: z.number(),
  total: z.nullable(z.number()),
  requestsLeft: z.nullable(z.number()),
  endsAt: z.nullable(z.number()),
};

export const snapshot = schemaOf<Snapshot>()(
  z.object({
    player: z.nullable(storedPlayer),
    summary: z.nullable(storedSummary),
    titleCount: z.number(),
    hasChosen: z.boolean(),
    sync: z.union([
      z.object({ state: z.literal('idle') }),
      z.object({ state: z.literal('running'), ...progress }),
      z.object({ state: z.literal('stopped'), ...progress }),
      z.object({ state: z.literal('paused'), ...progress, failure, resumesAt: z.number() }),
    ]),
    lastSyncedAt: z.nullable(z.number()),
    gaps: storedGaps,
    unreadCount: z.number(),
    recentTitles: z.array(
      z.object({
        npCommunicationId: z.string(),
        name: z.string(),
        iconUrl: z.nullable(z.string()),
        platforms: z.array(z.string()),
        progress: z.number(),
        earned: storedGradeCounts,
        lastPlayedAt: z.number(),
      }),
    ),
    lastRun: z.nullable(storedRun),
  }),
);
