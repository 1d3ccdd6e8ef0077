import * as z from 'zod/mini';
import { GRADES } from '../domain/trophies/grades';
import type { DatedRate } from '../domain/trophies/rarity';
import type { Trophy } from '../domain/trophies/trophy-set';
import { numberOrNull } from '../schema/known';
import { readInPlace, UNREADABLE_PART } from '../schema/read-in-place';
import { schemaOf } from '../schema/schema-of';
import type { SharedFacts } from './shared-facts';

/**
 * A trophy as a tuple: measured 14 to 32 times faster to write than a row of its own, and half of an object's bytes.
 * What few trophies have stands at its end, which is left out where they have nothing of it.
 */
type PackedTrophy = [
  trophyId: number,
  /** Its place in what is shared. */
  group: number,
  /** Its place in `GRADES`. */
  grade: 0 | 1 | 2 | 3 | null,
  hidden: 0 | 1,
  name: string,
  detail: string,
  /** Its picture's address without what all have in common. */
  picture: string | null,
  /** Null while nobody has said. */
  earned: 0 | 1 | null,
  /** Instants in seconds after the set's first. */
  earnedAt: number | null,
  /** Day, rate, day, rate …, the days counted from the set's first. */
  rates: number[],
  target?: number | null,
  progress?: number | null,
  progressedAt?: number | null,
  rewardName?: string | null,
];

const bit = z.literal([0, 1]);
const instant = z.nullable(z.number());
export const storedGrade = z.catch(z.nullable(z.literal([0, 1, 2, 3])), null);
export const storedEarned = z.catch(z.nullable(bit), null);
export const storedCounter = numberOrNull(0, Number.MAX_SAFE_INTEGER);
export const storedTrophy = schemaOf<PackedTrophy>()(() =>
  z.tuple([
    z.number(),
    z.number(),
    storedGrade,
    bit,
    z.string(),
    z.string(),
    z.nullable(z.string()),
    storedEarned,
    instant,
    z.array(z.number()),
    z.exactOptional(storedCounter),
    z.exactOptional(storedCounter),
    z.exactOptional(instant),
    z.exactOptional(z.nullable(z.string())),
  ]),
);
const readTrophy = readInPlace(storedTrophy);

/** How many places every trophy has. */
const ALWAYS = 10;

export function packedTrophy(trophy: Trophy, shared: SharedFacts): PackedTrophy {
  const { pictures, since, firstDay } = shared;
  const [start, end] = pictures;
  const { iconUrl, earned, rates } = trophy;
  const packed: PackedTrophy = [
    asInteger(trophy.trophyId),
    shared.groupIds.indexOf(trophy.groupId),
    trophy.grade === null ? null : (GRADES.indexOf(trophy.grade) as PackedTrophy[2]),
    trophy.hidden ? 1 : 0,
    trophy.name,
    trophy.detail,
    iconUrl === null ? null : iconUrl.slice(start.length, iconUrl.length - end.length),
    earned === null ? null : earned ? 1 : 0,
    secondsAfter(since, trophy.earnedAt),
    packedRates(rates, firstDay),
    integerOrNull(trophy.target),
    integerOrNull(trophy.progress),
    secondsAfter(since, trophy.progressedAt),
    trophy.rewardName,
  ];
  while (packed.length > ALWAYS && packed.at(-1) === null) packed.pop();
  return packed;
}

export function unpackedTrophy(
  stored: unknown,
  { groupIds, pictures: [start, end], since, firstDay }: SharedFacts,
): Trophy | typeof UNREADABLE_PART {
  const row = readTrophy(stored);
  if (row === UNREADABLE_PART) return UNREADABLE_PART;
  const groupId = groupIds[row[1]];
  if (groupId === undefined) return UNREADABLE_PART;
  return {
    trophyId: row[0],
    groupId,
    grade: row[2] === null ? null : GRADES[row[2]],
    hidden: row[3] === 1,
    name: row[4],
    detail: row[5],
    iconUrl: row[6] === null ? null : start + row[6] + end,
    rewardName: row[13] ?? null,
    target: row[10] ?? null,
    earned: row[7] === null ? null : row[7] === 1,
    earnedAt: instantOf(since, row[8]),
    progress: row[11] ?? null,
    progressedAt: instantOf(since, row[12] ?? null),
    rates: unpackedRates(row[9], firstDay),
  };
}

/** Not by `flatMap`: Chromium stores what that makes in more bytes, each with its place, and reads it more slowly. */
export function packedRates(rates: readonly DatedRate[], firstDay: number): number[] {
  const flat: number[] = [];
  for (const { day, rate } of rates) flat.push(asInteger(day - firstDay), asInteger(rate));
  return flat;
}

export function unpackedRates(flat: readonly number[], firstDay: number): DatedRate[] {
  const dated: DatedRate[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const [day = 0, rate = -1] = [flat[at], flat[at + 1]];
    // What is stored and is no share of players is none.
    if (rate >= 0 && rate <= 1_000) dated.push({ day: firstDay + day, rate });
  }
  return dated;
}

/** Sony's instants are whole seconds; one that is not keeps its fraction. */
function secondsAfter(since: number, instant: number | null): number | null {
  return instant === null ? null : asInteger((instant - since) / 1000);
}

function integerOrNull(number: number | null): number | null {
  return number === null ? null : asInteger(number);
}

/** Chromium stores as a fraction, in more bytes, what was calculated or lay where a fraction did before. */
function asInteger(number: number): number {
  const integer = Math.trunc(number);
  return integer === number ? integer : number;
}

function instantOf(since: number, seconds: number | null): number | null {
  return seconds === null ? null : since + Math.round(seconds * 1000);
}
