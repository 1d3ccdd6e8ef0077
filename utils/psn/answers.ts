import * as z from 'zod/mini';
import { FailureError } from '../domain/failure';
import { GRADES } from '../domain/trophies/grades';
import type { Endpoint } from './endpoints';
import { secondsOf } from './play-duration';
import { groupId, rowId } from './row-ids';

/** Sony's answers, field by field, as far as we use them. Unknown fields are ignored. */

/** A number, or text that is one: Sony writes counters and rates either way. */
const number = z.union([
  z.number(),
  z.pipe(z.string().check(z.regex(/^\d+(\.\d+)?$/)), z.transform(Number)),
]);
const count = z.pipe(number, z.number().check(z.int(), z.nonnegative()));
/** A decoration: unreadable, it is as if Sony had left it out. */
const text = z.catch(z.nullish(z.string()), null);
const flag = z.catch(z.nullish(z.boolean()), null);

/** Null where it is missing or cannot be read: nobody has played for no time at all because of that. */
const playDuration = z.catch(z.nullish(z.pipe(z.string(), z.transform(secondsOf))), null);

/** A word of Sony's in whatever letters: `Bronze` is a bronze one. */
const grade = z.pipe(
  z.pipe(
    z.string(),
    z.transform((word) => word.trim().toLowerCase()),
  ),
  z.enum(GRADES),
);

/** Null where it is missing or cannot be read: nobody has none of a grade because of that. */
function orNull<Value>(schema: z.ZodMiniType<Value>) {
  return z.pipe(
    z.catch(z.nullish(schema), null),
    z.transform((said) => said ?? null),
  );
}

const knownCount = orNull(count);
/** Far more than any game has: a number beyond it counts something else. */
const MOST_OF_A_GRADE = 10_000;
const countOfGrade = orNull(z.pipe(count, z.number().check(z.lte(MOST_OF_A_GRADE))));
/** Whole, by Sony's own rule: what is not all of it is less than 100. */
const knownPercent = orNull(
  z.pipe(z.pipe(number, z.number().check(z.gte(0), z.lte(100))), z.transform(Math.floor)),
);
const NONE_KNOWN = { bronze: null, silver: null, gold: null, platinum: null };

/** Of an account, which may have any number. */
const knownCounts = z.object({
  bronze: knownCount,
  silver: knownCount,
  gold: knownCount,
  platinum: knownCount,
});
/** Of one set. */
const partialCounts = z.catch(
  z.object({
    bronze: countOfGrade,
    silver: countOfGrade,
    gold: countOfGrade,
    platinum: countOfGrade,
  }),
  NONE_KNOWN,
);

/** In seconds. What Sony gives lasts for 60 days at most: what claims a year is no length of time. */
export const LONGEST_LIFE = 366 * 24 * 3_600;

export const npsso = z.object({
  npsso: z.string().check(z.minLength(1)),
  expires_in: z.catch(
    z.nullish(z.pipe(number, z.number().check(z.nonnegative(), z.lte(LONGEST_LIFE)))),
    null,
  ),
});

export const refusal = z.object({ error: z.unknown() });

/** A length of time in seconds, as a number or as text. Null where Sony did not say. */
const lifetime = z.catch(
  z.nullish(z.pipe(number, z.number().check(z.positive(), z.lte(LONGEST_LIFE)))),
  null,
);
const token = z.string().check(z.minLength(1));

/** As a header can carry it. */
const accessToken = z.string().check(z.regex(/^[\x21-\x7e]+$/));

/** Only the access token is needed: what else is left out stays as it was known. */
export const tokens = z.object({
  accessToken,
  expiresIn: lifetime,
  refreshToken: z.catch(z.nullish(token), null),
  refreshTokenExpiresIn: lifetime,
});

/**
 * What a token says of itself: `account_id` in Sony's access tokens, which have no `sub`, and whether that is a
 * child's; its end in seconds.
 */
export const tokenClaims = z.object({
  account_id: z.catch(z.nullish(z.string().check(z.regex(/^\d{1,20}$/))), null),
  exp: z.catch(z.nullish(z.number().check(z.positive())), null),
  is_child: flag,
});

/** Unreadable, it names no page: the end of a list is proved by what was met. */
const nextOffset = z.catch(z.nullish(count), null);

/** A page of a list. Of which there are none at all the list may be left out. */
function pageOf<Name extends 'trophyTitles' | 'titles'>(list: Name) {
  const rows = z.array(z.unknown());
  const rest = { nextOffset, totalItemCount: knownCount };
  const page = z.object({ [list]: rows, ...rest } as Record<Name, typeof rows> & typeof rest);
  const withList = (answer: unknown): unknown =>
    none.safeParse(answer).success ? { [list]: [], ...(answer as object) } : answer;
  return z.pipe(z.transform(withList), page);
}

const none = z.object({ totalItemCount: z.literal([0, '0']) });

export const titlesPage = pageOf('trophyTitles');

export const titleRow = z.object({
  npServiceName: text,
  npCommunicationId: z.string().check(z.minLength(1)),
  trophySetVersion: text,
  trophyTitleName: text,
  trophyTitleIconUrl: text,
  trophyTitlePlatform: text,
  hasTrophyGroups: flag,
  /** Missing in every row of 2022 and 2023. */
  trophyGroupCount: z.catch(z.nullish(count), null),
  definedTrophies: partialCounts,
  progress: knownPercent,
  earnedTrophies: partialCounts,
  hiddenFlag: flag,
  lastUpdatedDateTime: text,
});

/** Levels go beyond 999, and nobody's to here; tiers are ten. Both count from 1. */
const MOST_LEVELS = 10_000;
const TIERS = 10;

function knownFromOne(most: number) {
  return orNull(z.pipe(count, z.number().check(z.gte(1), z.lte(most))));
}

export const summary = z.object({
  /** A number on the wire; psn-api's types say text. */
  trophyLevel: knownFromOne(MOST_LEVELS),
  progress: knownPercent,
  tier: knownFromOne(TIERS),
  earnedTrophies: z.catch(knownCounts, NONE_KNOWN),
});

export const playedPage = pageOf('titles');

export const playedRow = z.object({
  titleId: z.string().check(z.minLength(1)),
  name: text,
  category: text,
  firstPlayedDateTime: text,
  lastPlayedDateTime: text,
  playDuration,
  playCount: z.catch(z.nullish(count), null),
  service: text,
  concept: z.catch(
    z.nullish(z.object({ id: knownCount, genres: z.nullish(z.array(z.unknown())) })),
    null,
  ),
});

const counter = z.nullish(
  z.pipe(number, z.number().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER))),
);

/** A share of players in percent with one decimal, for example `"4.6"`. Becomes tenths of a percent. */
const earnedRate = z.nullish(
  z.pipe(
    z.pipe(number, z.number().check(z.gte(0), z.lte(100))),
    z.transform((percent) => Math.round(percent * 10)),
  ),
);

export const trophiesPage = z.object({
  trophies: z.array(z.unknown()),
  nextOffset,
  totalItemCount: knownCount,
});

export const definitionRow = z.object({
  trophyId: rowId,
  trophyHidden: flag,
  trophyType: z.catch(z.nullish(grade), null),
  trophyName: text,
  trophyDetail: text,
  trophyIconUrl: text,
  trophyGroupId: z.catch(z.nullish(groupId), null),
  trophyRewardName: text,
  trophyProgressTargetValue: z.catch(counter, null),
});

export const earnedRow = z.object({
  trophyId: rowId,
  earned: flag,
  earnedDateTime: text,
  progress: z.catch(counter, null),
  progressedDateTime: text,
  trophyEarnedRate: z.catch(earnedRate, null),
});

export const trophyGroups = z.object({ trophyGroups: z.array(z.unknown()) });

export const groupRow = z.object({
  trophyGroupId: groupId,
  trophyGroupName: text,
  trophyGroupIconUrl: text,
});

export const setsOfTitles = z.object({ titles: z.array(z.unknown()) });

export const setsOfTitle = z.object({
  npTitleId: z.string().check(z.minLength(1)),
  /** One that cannot be read is null: there is one more than those that can. */
  trophyTitles: z.array(z.catch(z.nullable(z.object({ npCommunicationId: token })), null)),
});

export const profile = z.object({
  onlineId: text,
  isPlus: flag,
  avatars: z.catch(z.nullish(z.array(z.catch(z.object({ size: text, url: text }), {}))), null),
});

/** The answer as its schema has it. Fails with the paths of the fields that differ, never their values. */
export function parseAnswer<Schema extends z.ZodMiniType>(
  endpoint: Endpoint,
  schema: Schema,
  answer: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new FailureError({
    cause: 'answer-not-understood',
    during: endpoint,
    fields: fieldsOf(parsed.error),
  });
}

/** A row that could not be read, and where. */
export interface UnreadAnswer {
  /** The row's id, where at least that could be read. */
  id: string | null;
  fields: string[];
}

/**
 * Rows one by one, so that a bad one costs itself only. Of rows with the same id the first one counts: Sony's lists
 * have the newest first, and what is read twice could neither be drawn nor counted.
 */
export function parseRows<Schema extends z.ZodMiniType>(
  schema: Schema,
  idField: string,
  rows: readonly unknown[],
): { read: z.output<Schema>[]; unread: UnreadAnswer[] } {
  const read: z.output<Schema>[] = [];
  const unread: UnreadAnswer[] = [];
  const ids = new Set<string | null>();
  for (const row of rows) {
    const id = rowIdOf(row, idField);
    const parsed = schema.safeParse(row);
    if (!parsed.success) unread.push({ id, fields: fieldsOf(parsed.error) });
    else if (!ids.has(id)) {
      ids.add(id);
      read.push(parsed.data);
    }
  }
  return { read, unread: unread.filter(({ id }) => id === null || !ids.has(id)) };
}

/** What identifies a row, where that can be read. */
export function rowIdOf(row: unknown, idField: string): string | null {
  const id: unknown =
    typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[idField] : null;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

function fieldsOf(error: z.core.$ZodError): string[] {
  return [...new Set(error.issues.map(({ path }) => path.map(String).join('.') || '(whole)'))];
}
