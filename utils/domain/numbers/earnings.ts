import { isPossible } from '../library/instant';
import { GRADES } from '../trophies/grades';
import { rateWhenEarned } from '../trophies/rarity';
import { BASE_GROUP, type Trophy, type TrophySet } from '../trophies/trophy-set';
import { inLogOrder } from './log-order';

/** What was earned of one set: what the log and every figure with a date are made of. */
export interface SetEarnings {
  npCommunicationId: string;
  /**
   * Six characters a trophy, in the order of the log, each a number below 65,536: the second of its date in two, its
   * `trophyId`, its last rate, its rate when it was earned, its grade and group. Text is read by both browsers faster
   * than anything else that holds numbers, and lies in a copy as it is.
   */
  trophies: string;
  /** The second of the last date; null where none has one. By its index the newest are found without all others. */
  lastAt: number | null;
  /** The second at which the base game was done; null where it is not, or not known. */
  baseDoneAt: number | null;
}

/** So many characters stand for a trophy. */
export const PER_TROPHY = 6;
/** A rate that nobody knows. */
export const NO_RATE = 0xffff;
/** A grade that nobody knows. */
export const NO_GRADE = 7;
/** A group that nobody knows. */
export const NO_GROUP = 0x1fff;
/** An undated trophy's second: nothing was earned in 1970. */
export const UNDATED = 0;

/** The second of the trophy whose characters begin here. */
export function secondAt(trophies: string, at: number): number {
  return trophies.charCodeAt(at) * 0x10000 + trophies.charCodeAt(at + 1);
}

/** @param isWhole the set's trophies are all that it has: of some, nothing can be said that is about all */
export function earningsOf(set: TrophySet, now: number, isWhole: boolean): SetEarnings {
  const { npCommunicationId } = set;
  // What cannot be is no date.
  const trophies = set.trophies.map((trophy) => ({
    ...{ ...trophy, npCommunicationId },
    earnedAt: trophy.earnedAt !== null && isPossible(trophy.earnedAt, now) ? trophy.earnedAt : null,
  }));
  const earned = trophies.filter((trophy) => trophy.earned === true).sort(inLogOrder);
  const groups = groupsOf(set);
  const last = secondOf(earned.at(-1)?.earnedAt ?? null);
  return {
    npCommunicationId,
    trophies: earned.map((trophy) => charactersOf(trophy, groups)).join(''),
    lastAt: last === UNDATED ? null : last,
    baseDoneAt: isWhole ? baseDoneAt(trophies) : null,
  };
}

/** The groups by their numbers: the base game is 0, add-ons count from 1. */
function groupsOf({ groups, trophies }: TrophySet): (string | null)[] {
  return [...new Set([BASE_GROUP, ...[...groups, ...trophies].map(({ groupId }) => groupId)])];
}

function charactersOf(trophy: Trophy, groups: readonly (string | null)[]): string {
  const { trophyId, groupId, grade, earnedAt, rates } = trophy;
  const at = secondOf(earnedAt);
  const then = earnedAt === null ? null : rateWhenEarned(rates, earnedAt);
  const group = groupId === null ? NO_GROUP : groups.indexOf(groupId);
  return String.fromCharCode(
    at >>> 16,
    at & 0xffff,
    trophyId,
    rates.at(-1)?.rate ?? NO_RATE,
    then?.rate ?? NO_RATE,
    (group << 3) | (grade === null ? NO_GRADE : GRADES.indexOf(grade)),
  );
}

/** Null where one of the base game is not earned, has no date, or may be of another group. */
function baseDoneAt(trophies: readonly Trophy[]): number | null {
  const base = trophies.filter(({ groupId }) => groupId === null || groupId === BASE_GROUP);
  const instants = base.flatMap(({ groupId, earned, earnedAt }) =>
    groupId !== null && earned === true ? (earnedAt ?? []) : [],
  );
  const isDone = base.length > 0 && instants.length === base.length;
  return isDone ? secondOf(Math.max(...instants)) : null;
}

function secondOf(instant: number | null): number {
  return instant === null ? UNDATED : Math.floor(instant / 1_000);
}
