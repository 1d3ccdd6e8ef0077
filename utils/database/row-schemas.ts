import * as z from 'zod/mini';
import type { PlayDays, PlayedListDays } from '../domain/history/play-days';
import { TROPHY_FIELDS, type SetVersion } from '../domain/history/set-versions';
import { TROPHY_EVENT_KINDS, type TrophyEvent } from '../domain/history/trophy-events';
import type { SetEarnings } from '../domain/numbers/earnings';
import type { StoredItem } from '../domain/library/player-item';
import {
  SYNC_REQUEST_KINDS,
  type StoredOpenedGame,
  type StoredRequest,
} from '../domain/sync/next-sync-action';
import { FIRST_READING, LIST_NAMES } from '../domain/sync/list-reading';
import { LIST_PHASES } from '../domain/sync/sync-status';
import { SYNC_TRIGGERS } from '../domain/sync/sync-run';
import { DAY } from '../domain/time-units';
import { storedCause, storedFailure } from '../schema/failure';
import { storedCount } from '../schema/known';
import { storedKnownList, storedReading } from '../schema/lists';
import { storedPlayer } from '../schema/player';
import { storedRefusal } from '../schema/refusal';
import { schemaOf } from '../schema/schema-of';
import { storedPartialCounts, storedSummary } from '../schema/summary';
import { storedGaps, storedPause, storedRun, storedNothingMissing } from '../schema/sync';
import { playedGameFields, storedTitle } from '../schema/title';
import type {
  CursorRow,
  MetPage,
  OverviewRow,
  PlayedGameRow,
  TableName,
  UnreadEntry,
} from './database';
import { storedSet } from './packed-set';

/** Only its key has to be readable: whatever else the player's item says, no build may lose it. */
const item = schemaOf<StoredItem>()(() =>
  z.object({
    kind: z.string(),
    npCommunicationId: z.string(),
    trophyId: z.number(),
    value: z._default(z.unknown(), null),
    version: z.catch(z.number(), 0),
    device: z.catch(z.string(), ''),
    deletedAt: z.catch(z.optional(z.number()), undefined),
  }),
);

const playedGame = schemaOf<PlayedGameRow>()(() =>
  z.object({
    ...playedGameFields,
    npCommunicationIds: z.array(z.string()),
    matched: z.literal([0, 1]),
    refusal: z._default(z.nullable(storedRefusal), null),
  }),
);

const overview = schemaOf<OverviewRow>()(() =>
  z.object({
    id: z.literal('library'),
    player: z.nullable(storedPlayer),
    summary: z.nullable(storedSummary),
    lastSyncedAt: z.nullable(z.number()),
    titlesReadAt: z._default(z.nullable(z.number()), null),
    gaps: storedGaps,
    summaryAt: z.nullable(z.number()),
    profileAt: z.nullable(z.number()),
    lists: z.object({ titles: storedKnownList, 'played-games': storedKnownList }),
    hasPlayedList: z.boolean(),
    isJoinPending: z.boolean(),
    hasPicks: z.boolean(),
    nothingMissing: storedNothingMissing,
    hasChosen: z.boolean(),
    lostAt: z.nullable(z.number()),
    newsSeenUpTo: z._default(z.nullable(z.number()), null),
    closestPlatinums: z._default(z.array(z.string()), []),
    // Of an earlier build none is there.
    earningsFilledTo: z._default(z.nullable(z.string()), ''),
    openFilledTo: z._default(z.nullable(z.string()), ''),
    baseFilledTo: z._default(z.nullable(z.string()), ''),
  }),
);

const earnings = schemaOf<SetEarnings>()(() =>
  z.object({
    npCommunicationId: z.string(),
    trophies: z.string(),
    lastAt: z.nullable(z.number()),
    baseDoneAt: z.nullable(z.number()),
  }),
);

const unreadEntry = schemaOf<UnreadEntry>()(() =>
  z.object({
    id: z.string(),
    list: z.enum([...LIST_NAMES, 'trophies']),
    npCommunicationId: z.nullable(z.string()),
    fields: z.array(z.string()),
    cause: z.nullable(storedCause),
    seenAt: z.number(),
  }),
);

const cursor = schemaOf<CursorRow>()(() =>
  z.object({
    id: z.literal('library'),
    startedAt: z.number(),
    trigger: z.nullable(z.enum(SYNC_TRIGGERS)),
    phase: z.enum([...LIST_PHASES, 'planned']),
    lists: z._default(z.array(z.enum(LIST_PHASES)), [...LIST_PHASES]),
    offset: z.number(),
    done: z.number(),
    total: z.nullable(z.number()),
    matched: z.number(),
    whole: z.boolean(),
    reading: storedReading,
    changed: z.number(),
    nothingMissing: storedNothingMissing,
    gaps: storedGaps,
    requests: z.number(),
    awaited: z.nullable(
      z.object({
        offset: z.number(),
        done: z.number(),
        total: z.nullable(z.number()),
        reading: z._default(storedReading, FIRST_READING),
        failure: storedFailure,
      }),
    ),
    isRestDone: z.boolean(),
    isRest: z._default(z.boolean(), false),
    again: z.number(),
    stops: z.number(),
    stoppedBy: z.nullable(storedCause),
    pause: z.nullable(storedPause),
    byPlayer: z.boolean(),
  }),
);

const metPage = schemaOf<MetPage>()(() =>
  z.object({
    list: z.enum(LIST_NAMES),
    id: z.string(),
    reading: z.number(),
    // A row of an earlier build is not met: its list is read once more.
    ids: z._default(z.array(z.string()), []),
  }),
);

const request = schemaOf<StoredRequest>()(() =>
  z.object({
    number: z.number(),
    kind: z.enum(SYNC_REQUEST_KINDS),
    npCommunicationId: z.nullable(z.string()),
    tries: z.number(),
    pause: z.nullable(storedPause),
  }),
);

const openedGame = schemaOf<StoredOpenedGame>()(() =>
  z.object({ number: z.number(), npCommunicationId: z.string(), isTaken: z.boolean() }),
);

const change = <Value extends z.ZodMiniType>(value: Value) =>
  z.exactOptional(z.tuple([value, value]));

const setVersion = schemaOf<SetVersion>()(() =>
  z.object({
    npCommunicationId: z.string(),
    seenAt: z.number(),
    language: z.string(),
    title: z.object({
      name: change(z.string()),
      platforms: change(z.array(z.string())),
      trophySetVersion: change(z.string()),
      defined: change(storedPartialCounts),
      iconUrl: change(z.nullable(z.string())),
    }),
    trophies: z.array(
      z.tuple([z.number(), z.enum(TROPHY_FIELDS), z.string(), z.nullable(z.string())]),
    ),
    groups: z.exactOptional(z.array(z.tuple([z.string(), z.string(), z.nullable(z.string())]))),
  }),
);

const trophyEvent = schemaOf<TrophyEvent>()(() =>
  z.object({
    seenAt: z.number(),
    n: z.number(),
    kind: z.enum(TROPHY_EVENT_KINDS),
    npCommunicationId: z.string(),
    trophyId: z.nullable(z.number()),
    earnedAt: z.nullable(z.number()),
    trophies: z.number(),
  }),
);

/** Of later ones no calendar tells a month. */
const LAST_DAY = Date.UTC(9999, 11, 31) / DAY;
const storedDay = z.number().check(z.gte(0), z.lte(LAST_DAY));

export const storedPlayDays = schemaOf<PlayDays>()(() =>
  z.object({
    npTitleId: z.string(),
    month: z.string(),
    days: z.array(z.tuple([storedDay, z.number().check(z.gte(0)), storedCount])),
  }),
);

export const storedListDays = schemaOf<PlayedListDays>()(() =>
  z.object({ month: z.string(), days: z.array(storedDay) }),
);

/** What a row of each table is. A part that a later build adds has a default: rows of an earlier one lack it. */
export const ROW_SCHEMAS: Record<TableName, z.ZodMiniType> = {
  titles: storedTitle,
  trophySets: storedSet,
  earnings,
  playedGames: playedGame,
  playerItems: item,
  overview,
  unreadRows: unreadEntry,
  syncRuns: storedRun,
  syncCursor: cursor,
  metRows: metPage,
  syncRequests: request,
  openedGames: openedGame,
  setVersions: setVersion,
  trophyEvents: trophyEvent,
  playDays: storedPlayDays,
  playedListDays: storedListDays,
};
