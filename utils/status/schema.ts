import * as z from 'zod/mini';
import type { Connection } from '../domain/connection/connection';
import {
  RENEWAL_STEPS,
  SESSION_STATES,
  TOKEN_STATES,
  WAYS,
} from '../domain/connection/connection-kinds';
import {
  CONNECTION_EVENT_KINDS,
  type ConnectionEvent,
} from '../domain/connection/connection-history';
import { ASKED_KINDS, type AskedDay } from '../domain/history/asked-of-sony';
import { UNSPENT } from '../domain/sync/budget';
import { NEWS_KINDS } from '../domain/sync/glance';
import type { Snapshot } from '../domain/sync/snapshot';
import { SYNC_PHASES } from '../domain/sync/sync-status';
import { GRADES } from '../domain/trophies/grades';
import { eachReadable } from '../schema/each-readable';
import { storedCause, storedFailure as failure } from '../schema/failure';
import { storedPlayer } from '../schema/player';
import { schemaOf } from '../schema/schema-of';
import { storedOwnCount, storedPercent } from '../schema/known';
import { storedPartialCounts, storedSummary } from '../schema/summary';
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
    checkAt: z.exactOptional(z.number()),
    aliveAt: z.exactOptional(z.number()),
    goneSince: z.exactOptional(z.number()),
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
      unsent: z.exactOptional(z.number()),
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
      step: z.enum(RENEWAL_STEPS),
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
  storage: z.exactOptional(
    z.object({
      failure: z.nullable(failure),
      since: z.number(),
      tries: z.number(),
      nextAt: z.number(),
    }),
  ),
};

export const connection = schemaOf<Connection>()(() =>
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
    z.object({
      ...attempt,
      phase: z.literal('old-session'),
      endsAt: z.number(),
      askedAt: z.exactOptional(z.number()),
    }),
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
      tries: z._default(z.number(), 0),
      nextAt: z._default(z.number(), 0),
    }),
    z.object({
      phase: z.enum(['disconnecting', 'erasing']),
      since: z.number(),
      next: z.exactOptional(z.object({ id: attempt.id, way: attempt.way })),
    }),
  ]),
);

export const connectionEvent = schemaOf<ConnectionEvent>()(() =>
  z.object({
    at: z.number(),
    kind: z.enum(CONNECTION_EVENT_KINDS),
    cause: z.nullable(storedCause),
  }),
);

const progress = {
  phase: z.enum(SYNC_PHASES),
  done: z.number(),
  total: z.nullable(z.number()),
  requestsLeft: z.nullable(z.number()),
  endsAt: z.nullable(z.number()),
  isRest: z.exactOptional(z.literal(true)),
};

const namedTitle = {
  npCommunicationId: z.string(),
  name: z.string(),
  iconUrl: z.nullable(z.string()),
};

const news = z.object({
  titles: eachReadable(z.object({ ...namedTitle, kind: z.enum(NEWS_KINDS), trophies: z.number() })),
  more: z.number(),
  upTo: z.number(),
});

const closestPlatinum = z.object({
  ...namedTitle,
  left: storedOwnCount,
  isAtMost: z.boolean(),
});

const pinnedTrophy = z.object({
  ...namedTitle,
  title: z.string(),
  trophyId: z.number(),
  grade: z.nullable(z.enum(GRADES)),
  earned: z.nullable(z.boolean()),
  hidden: z.boolean(),
});

/** Null where it is missing or cannot be read. */
function orNull<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.nullable(schema), null);
}

/** A part that cannot be read, or is missing, is as if nothing was known of it. */
export const snapshot = schemaOf<Snapshot>()(() =>
  z.object({
    player: orNull(storedPlayer),
    summary: orNull(storedSummary),
    titleCount: z.catch(storedOwnCount, 0),
    hasChosen: z.catch(z.boolean(), false),
    sync: z.catch(
      z.union([
        z.object({ state: z.literal('idle') }),
        z.object({ state: z.literal('running'), ...progress }),
        z.object({ state: z.literal('stopped'), ...progress }),
        z.object({ state: z.literal('paused'), ...progress, failure, resumesAt: z.number() }),
        z.object({ state: z.literal('blocked'), ...progress, failure }),
      ]),
      { state: 'idle' },
    ),
    lastSyncedAt: orNull(z.number()),
    titlesReadAt: orNull(z.number()),
    halvedUntil: orNull(z.number()),
    budget: z.catch(z.object({ requests: z.number(), fullAt: z.number() }), UNSPENT),
    gaps: z.catch(storedGaps, []),
    triesAgainAt: orNull(z.number()),
    unreadCount: z.catch(storedOwnCount, 0),
    recentTitles: z.catch(
      eachReadable(
        z.object({
          npCommunicationId: z.string(),
          name: z.string(),
          iconUrl: z.nullable(z.string()),
          platforms: z.array(z.string()),
          progress: storedPercent,
          earned: storedPartialCounts,
          lastPlayedAt: z.number(),
        }),
      ),
      [],
    ),
    lastRun: orNull(storedRun),
    news: orNull(news),
    closestPlatinum: orNull(closestPlatinum),
    pins: z.catch(eachReadable(pinnedTrophy), []),
  }),
);

export const askedDay = schemaOf<AskedDay>()(() =>
  z.object({ day: z.number(), counts: z.partialRecord(z.enum(ASKED_KINDS), z.number()) }),
);
