import * as z from 'zod/mini';
import { COPY_REASONS } from '../domain/copies/copies-record';
import { LONGEST_TAG, MOST_TAGS } from '../domain/library/game-marks';
import { GAME_STATUSES } from '../domain/library/game-status';
import { LIBRARY_NAME } from '../domain/library/shown-library';
import { CHOICES } from '../domain/library/title';
import { GOAL_KINDS } from '../domain/numbers/goal-pace';
import { LONGEST_NOTE } from '../domain/trophies/trophy-annotation';
import { someSettings } from '../status/settings-schema';
import { copyOutcome } from '../status/copies';
import type { PayloadOf, RequestName } from './protocol';

const npCommunicationId = z.string().check(z.minLength(1), z.maxLength(40));
const day = z.number().check(z.int());
const tag = z.string().check(z.minLength(1), z.maxLength(LONGEST_TAG));

/** The shape of each request's payload. */
export const payloads: { [Name in RequestName]: z.ZodMiniType<PayloadOf<Name>> } = {
  connect: z.null(),
  connectAnyway: z.null(),
  startFresh: z.null(),
  connectPasted: z.null(),
  cancelConnecting: z.null(),
  openSignIn: z.null(),
  lendNpsso: z.null(),
  resume: z.null(),
  pageShown: z.null(),
  tabLoaded: z.object({ tabId: z.number() }),
  syncNow: z.null(),
  stopSync: z.null(),
  openGame: z.object({ npCommunicationId }),
  fetchGame: z.object({ npCommunicationId }),
  chooseGames: z.object({ choices: z.array(z.tuple([npCommunicationId, z.enum(CHOICES)])) }),
  markGame: z.object({
    npCommunicationId,
    marks: z.object({
      status: z.exactOptional(z.nullable(z.enum(GAME_STATUSES))),
      hide: z.exactOptional(z.boolean()),
      unobtainable: z.exactOptional(z.boolean()),
      tags: z.exactOptional(z.array(tag).check(z.maxLength(MOST_TAGS))),
    }),
  }),
  annotateTrophy: z.object({
    npCommunicationId,
    trophyId: z.number().check(z.int(), z.nonnegative()),
    note: z.exactOptional(z.string().check(z.maxLength(LONGEST_NOTE))),
    pinned: z.exactOptional(z.boolean()),
    unobtainable: z.exactOptional(z.boolean()),
    missable: z.exactOptional(z.boolean()),
    online: z.exactOptional(z.boolean()),
    story: z.exactOptional(z.boolean()),
  }),
  notThis: z.object({
    npCommunicationId,
    trophyId: z.nullable(z.number().check(z.int(), z.nonnegative())),
    value: z.nullable(z.object({ until: z.nullable(z.number()) })),
  }),
  setGoal: z.object({
    id: z.number().check(z.int(), z.nonnegative()),
    goal: z.nullable(
      z.object({
        kind: z.enum(GOAL_KINDS),
        ...{ start: z.number(), startDay: day, target: z.number(), by: day },
      }),
    ),
  }),
  newsSeen: z.object({ upTo: z.number() }),
  acknowledgeLoss: z.null(),
  showLibrary: z.object({ library: z.nullable(z.string().check(z.regex(LIBRARY_NAME))) }),
  restoreCopy: z.object({ mark: z.string() }),
  undoRestore: z.null(),
  stopRoaming: z.null(),
  copies: z.union([
    z.object({ wanted: z.enum([...COPY_REASONS, 'none']) }),
    z.object({ saved: z.object({ accountId: z.string(), madeAt: z.number() }) }),
  ]),
  copyMade: z.object({ mark: z.string(), outcome: copyOutcome }),
  changeSettings: someSettings,
  disconnect: z.null(),
  eraseLibrary: z.object({
    accountId: z.string().check(z.regex(/^\d{1,20}$/)),
    takesOff: z.boolean(),
  }),
  eraseEverything: z.null(),
};
