import { definitionsKey, earnedKey, hasKept } from '../sync/answer-keys';
import { sumOfGrades } from '../trophies/grades';
import { hasEarned } from './has-earned';
import { hasPlatinum } from './has-platinum';
import { isKnown } from './instant';
import type { Sort } from './library-view';
import { PLATFORMS } from './platforms';
import { playRank, type Rank, type RankOf, type RankOrNone } from './rank';
import { hasGroups, type LibraryTitle } from './title';
import {
  baseIn,
  isAllEarned,
  isBaseDone,
  isPlatinumPossible,
  isRevised,
  leftOf,
  pointsLeft,
} from './what-is-left';

/** The orders that rank games. */
export type RankedSort = Exclude<Sort, 'name'>;

/**
 * What each order goes by, from what is fetched of a title, or else from what the titles list says of every game: exact
 * where a set has one group, a bound elsewhere.
 */
export const RANKS: Record<RankedSort, RankOf> = {
  played: playRank,
  progress: ({ progress }) => exact(progress),
  trophy: lastTrophy,
  rarest: rarestTrophy,
  platinum: toPlatinum,
  // At least some seconds say nothing.
  playtime: ({ playSeconds, isPlaytimePartial }) =>
    playSeconds === null || (isPlaytimePartial && playSeconds < 60)
      ? 'unknown'
      : { value: playSeconds, certainty: isPlaytimePartial ? 'at-least' : 'exact' },
  completed,
  trophies: ({ earned }) => exact(sumOfGrades(earned)),
  platform: newestPlatform,
  points: (title) => exact(pointsLeft(title)),
  base: baseDone,
  revised,
};

/** True where the title's trophies are as its row of the list says. */
function isCurrent(title: LibraryTitle): boolean {
  return title.fetched.earned !== null && title.fetched.earned === earnedKey(title);
}

/** What was earned when they were fetched still is, as far as the list tells: what is known of before bounds what is now. */
function isBound({ fetched, ...title }: LibraryTitle): boolean {
  return fetched.earned !== null && hasKept(title, fetched.earned);
}

/** The list says when a set changed last: its last trophy is no later. */
function lastTrophy(title: LibraryTitle): RankOrNone {
  if (sumOfGrades(title.earned) === 0) return 'none';
  // Of none it is known that it is earned: there may be none.
  if (!hasEarned(title)) return 'unknown';
  const last = title.tally?.lastEarnedAt ?? null;
  return last !== null && isCurrent(title) ? exact(last) : instant(title.lastUpdatedAt, 'at-most');
}

/** A trophy that was earned since may be rarer still, and so may one of which not all is known. */
function rarestTrophy(title: LibraryTitle): RankOrNone {
  if (sumOfGrades(title.earned) === 0) return 'none';
  const value = title.tally?.rarestEarned ?? null;
  if (value === null || !isBound(title)) return 'unknown';
  const { lastEarnedAt, lacksRate = false } = title.tally ?? {};
  const isAllKnown = isCurrent(title) && lastEarnedAt !== null && !lacksRate;
  return { value, certainty: isAllKnown ? 'exact' : 'at-most' };
}

function toPlatinum(title: LibraryTitle): RankOrNone {
  const { defined, earned, tally } = title;
  if (defined.platinum === 0 || (earned.platinum ?? 0) > 0 || !isPlatinumPossible(title))
    return 'none';
  const fetched = tally?.leftToPlatinum ?? null;
  if (fetched !== null && isCurrent(title)) return exact(fetched);
  const listed = sumOfGrades({ ...leftOf(title), platinum: 0 });
  if (listed === null || defined.platinum === null || earned.platinum === null) return 'unknown';
  if (!hasGroups(title)) return exact(listed);
  // Trophies of add-ons do not count, and the list does not tell them apart. What was counted of another set bounds nothing, nor what was
  // before something was taken back.
  const isSameSet = title.fetched.definitions === definitionsKey(title);
  const bound = isSameSet && isBound(title) ? Math.min(listed, fetched ?? listed) : listed;
  return { value: bound, certainty: 'at-most' };
}

/** A set that is complete was so when it changed last, or before. */
function completed(title: LibraryTitle): RankOrNone {
  const isComplete = isAllEarned(title);
  if (isComplete === null) return 'unknown';
  if (!isComplete) return 'none';
  const at = title.tally?.completedAt ?? null;
  return at !== null && isCurrent(title) ? exact(at) : instant(title.lastUpdatedAt, 'at-most');
}

/** Its last trophy is the platinum, where there is one; of a set without add-ons it is the last of all. */
function baseDone(title: LibraryTitle): RankOrNone {
  const isDone = isBaseDone(title);
  if (isDone === null) return 'unknown';
  if (!isDone) return 'none';
  const platinumAt = title.tally?.platinumAt ?? null;
  if (platinumAt !== null) return exact(platinumAt);
  const baseAt = baseIn(title)?.at ?? null;
  if (baseAt !== null) return exact(baseAt);
  // It may be older than the last change, or than the last trophy of an add-on.
  const isTold = isAllEarned(title) === true && !hasPlatinum(title);
  const last = isTold ? completed(title) : instant(title.lastUpdatedAt, 'at-most');
  return typeof last === 'object' && hasGroups(title) ? { ...last, certainty: 'at-most' } : last;
}

/** It was revised on the day of the sync that saw it, or before. */
function revised(title: LibraryTitle): RankOrNone {
  const is = isRevised(title);
  if (is === null) return 'unknown';
  return is && title.revisedAt !== undefined ? instant(title.revisedAt, 'at-most') : 'none';
}

/** The newest console that it is for; one that nobody knows comes after all that are known. */
function newestPlatform({ platforms }: LibraryTitle): RankOrNone {
  const places = platforms.map((platform) => PLATFORMS.indexOf(platform));
  if (places.length === 0) return 'unknown';
  return exact(Math.min(...places.map((place) => (place < 0 ? PLATFORMS.length : place))));
}

function exact(value: number | null): RankOrNone {
  return value === null ? 'unknown' : { value, certainty: 'exact' };
}

function instant(value: number, certainty: Rank['certainty']): RankOrNone {
  return isKnown(value) ? { value, certainty } : 'unknown';
}
