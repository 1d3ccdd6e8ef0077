import { earnedKey } from '../sync/answer-keys';
import { GRADES, sumOfGrades, type PartialCounts } from '../trophies/grades';
import { isKnown } from './instant';
import type { Sort } from './library-view';
import { PLATFORMS } from './platforms';
import { hasGroups, type LibraryTitle } from './title';

/** What a title is sorted by, and how surely it is known. */
export interface Rank {
  value: number;
  certainty: 'exact' | 'at-most' | 'at-least';
}

/** Nothing to rank a title by: no platinum that is left, nothing earned, not complete; or nobody knows. */
export type RankOrNone = Rank | 'none' | 'unknown';

/**
 * What each order goes by, from what is fetched of a title, or else from what the titles list says of every game: exact
 * where a set has one group, a bound elsewhere.
 */
export const RANKS: Record<Exclude<Sort, 'name'>, (title: LibraryTitle) => RankOrNone> = {
  played: ({ lastPlayedAt }) => instant(lastPlayedAt, 'exact'),
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
};

/** True where the title's trophies are as its row of the list says. */
function isCurrent(title: LibraryTitle): boolean {
  return title.fetched.earned !== null && title.fetched.earned === earnedKey(title);
}

/** The list says when a set changed last: its last trophy is no later. */
function lastTrophy(title: LibraryTitle): RankOrNone {
  if (sumOfGrades(title.earned) === 0) return 'none';
  // Of none it is known that it is earned: there may be none.
  if (!GRADES.some((grade) => (title.earned[grade] ?? 0) > 0)) return 'unknown';
  const last = title.tally?.lastEarnedAt ?? null;
  return last !== null && isCurrent(title) ? exact(last) : instant(title.lastUpdatedAt, 'at-most');
}

/** A trophy that was earned since may be rarer still, and so may one of which not all is known. */
function rarestTrophy(title: LibraryTitle): RankOrNone {
  if (sumOfGrades(title.earned) === 0) return 'none';
  const value = title.tally?.rarestEarned ?? null;
  if (value === null) return 'unknown';
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
  const listed = leftBesidesPlatinum(earned, defined);
  if (listed === null || defined.platinum === null || earned.platinum === null) return 'unknown';
  // Trophies of add-ons do not count, and the list does not tell them apart.
  return hasGroups(title)
    ? { value: Math.min(listed, fetched ?? listed), certainty: 'at-most' }
    : exact(listed);
}

/** False where the player has marked a trophy that it needs, or the game, as not to be had. */
export function isPlatinumPossible({ unobtainable }: LibraryTitle): boolean {
  return unobtainable !== 'game' && unobtainable !== 'platinum';
}

function leftBesidesPlatinum(earned: PartialCounts, defined: PartialCounts): number | null {
  return sumOfGrades({
    bronze: left(earned.bronze, defined.bronze),
    silver: left(earned.silver, defined.silver),
    gold: left(earned.gold, defined.gold),
    platinum: 0,
  });
}

function left(earned: number | null, defined: number | null): number | null {
  return earned === null || defined === null ? null : Math.max(0, defined - earned);
}

/** A set that is complete was so when it changed last, or before. */
function completed(title: LibraryTitle): RankOrNone {
  const isComplete = isAllEarned(title);
  if (isComplete === null) return 'unknown';
  if (!isComplete) return 'none';
  const at = title.tally?.completedAt ?? null;
  return at !== null && isCurrent(title) ? exact(at) : instant(title.lastUpdatedAt, 'at-most');
}

/** Null where that is not known. */
function isAllEarned({ earned, defined, progress }: LibraryTitle): boolean | null {
  const isShort = GRADES.some((grade) => (left(earned[grade], defined[grade]) ?? 0) > 0);
  if (isShort || (progress !== null && progress < 100)) return false;
  const [has, all] = [sumOfGrades(earned), sumOfGrades(defined)];
  return has === null || all === null ? null : all > 0;
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
