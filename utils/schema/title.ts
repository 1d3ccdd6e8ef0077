import * as z from 'zod/mini';
import { UNOBTAINABLE_KINDS } from '../domain/library/game-marks';
import { GAME_STATUSES } from '../domain/library/game-status';
import {
  CHOICES,
  NOTHING_FETCHED,
  TEXT_ANSWERS,
  type FetchedAnswers,
  type LibraryTitle,
} from '../domain/library/title';
import { NEWS_LISTS } from '../domain/sync/sync-run';
import { storedCount, storedPercent, storedRate } from './known';
import { storedRefusal } from './refusal';
import { schemaOf } from './schema-of';
import { storedPartialCounts } from './summary';

const short = z.object({ tries: z.number(), againAt: z.nullable(z.number()) });

const refusal = z._default(z.nullable(storedRefusal), null);

const fetched = schemaOf<FetchedAnswers>()(() =>
  z.object({
    definitions: z.nullable(z.string()),
    groups: z.nullable(z.string()),
    earned: z.nullable(z.string()),
    at: z.nullable(z.number()),
    agreedUntil: z._default(z.nullable(z.number()), null),
    definitionsAt: z._default(z.nullable(z.number()), null),
    language: z._default(z.string(), ''),
    groupsAt: z._default(z.nullable(z.number()), null),
    // Earlier builds have looked for pictures only.
    incomplete: z._default(z.array(z.enum(TEXT_ANSWERS)), [...TEXT_ANSWERS]),
    refusal,
    groupsRefusal: refusal,
    short: z.exactOptional(
      z.object({ definitions: z.exactOptional(short), earned: z.exactOptional(short) }),
    ),
  }),
);

const countFields = {
  defined: storedPartialCounts,
  earned: storedPartialCounts,
  progress: storedPercent,
};

const reported = z.object({ startedAt: z.number(), lists: z.array(z.enum(NEWS_LISTS)) });

const tally = z.object({
  lastEarnedAt: z.nullable(z.number()),
  platinumAt: z.nullable(z.number()),
  completedAt: z.nullable(z.number()),
  rarestEarned: storedRate,
  lacksRate: z.exactOptional(z.literal(true)),
  leftToPlatinum: storedCount,
  base: z.exactOptional(z.object({ done: z.boolean(), at: z.nullable(z.number()) })),
});

/** What Sony's titles list does not say has a default: a row may be older than that part. */
export const storedTitle = schemaOf<LibraryTitle>()(() =>
  z.object({
    npCommunicationId: z.string(),
    npServiceName: z.string(),
    name: z.string(),
    language: z._default(z.string(), ''),
    platforms: z.array(z.string()),
    iconUrl: z.nullable(z.string()),
    trophySetVersion: z.string(),
    groupCount: storedCount,
    ...countFields,
    hidden: z.boolean(),
    lastUpdatedAt: z.number(),
    lastPlayedAt: z.number(),
    lastPlayedSource: z._default(z.enum(['played-list', 'trophy-list']), 'trophy-list'),
    playSeconds: z._default(storedCount, null),
    isPlaytimePartial: z._default(z.boolean(), false),
    isPlus: z._default(z.nullable(z.boolean()), null),
    choice: z._default(z.enum(CHOICES), 'unpicked'),
    status: z.exactOptional(z.enum(GAME_STATUSES)),
    hide: z.exactOptional(z.boolean()),
    unobtainable: z.exactOptional(z.enum(UNOBTAINABLE_KINDS)),
    tags: z.exactOptional(z.array(z.string())),
    absence: z._default(z.nullable(z.object({ missedAt: z.number(), isSure: z.boolean() })), null),
    fetched: z._default(fetched, NOTHING_FETCHED),
    tally: z._default(z.nullable(tally), null),
    open: z.exactOptional(z.string()),
    lastKnown: z.exactOptional(z.object(countFields)),
    reported: z.exactOptional(reported),
    revisedAt: z.exactOptional(z.number()),
  }),
);

/** A game of the played list; what we know of it besides is stored with it. */
export const playedGameFields = {
  npTitleId: z.string(),
  name: z.string(),
  category: z.string(),
  firstPlayedAt: z.nullable(z.number()),
  lastPlayedAt: z.number(),
  playSeconds: storedCount,
  playCount: z._default(storedCount, null),
  service: z.nullable(z.string()),
  hasGenres: z._default(z.nullable(z.boolean()), null),
  conceptId: z._default(storedCount, null),
};
