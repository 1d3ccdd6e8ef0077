import type { LibraryTitle } from '../library/title';
import { sumOfGrades } from './grades';
import type { Trophy, TrophySet } from './trophy-set';

// Sony's list of games counts a set's trophies too, whatever an answer says of itself.

/** True where an answer has fewer trophies than the list counts. */
export function areFewer(rows: readonly unknown[], { defined }: LibraryTitle): boolean {
  // None where the list does not say.
  return rows.length < (sumOfGrades(defined) ?? 0);
}

/** True where fewer trophies are earned than the list counts, or more, or it is not known of one whether it is. */
export function isOtherwiseEarned(trophies: readonly Trophy[], title: LibraryTitle): boolean {
  return isLessEarned(trophies, title) || isMoreEarned(trophies, title);
}

/** An answer may be about other trophies than those of the set, or older than the list, which has more as earned. */
function isLessEarned(trophies: readonly Trophy[], title: LibraryTitle): boolean {
  const earned = trophies.filter((trophy) => trophy.earned === true).length;
  const isUnsaid = trophies.some((trophy) => trophy.earned === null);
  // Where it counts more than there are, it counts something else.
  return isUnsaid || earned < Math.min(sumOfGrades(title.earned) ?? 0, trophies.length);
}

/**
 * What was earned by the time of which the list speaks is counted in it. What was earned since may be in the answer
 * first, and is no reason to doubt it.
 */
function isMoreEarned(
  trophies: readonly Trophy[],
  { earned, lastUpdatedAt }: LibraryTitle,
): boolean {
  const counted = sumOfGrades(earned);
  const before = trophies.filter(
    (trophy) =>
      trophy.earned === true && trophy.earnedAt !== null && trophy.earnedAt <= lastUpdatedAt,
  );
  return counted !== null && before.length > counted;
}

/** True where a row is of a trophy that is not in the set. */
export function hasOthers(
  { trophies }: Pick<TrophySet, 'trophies'>,
  rows: readonly { trophyId: number }[],
): boolean {
  const known = new Set(trophies.map(({ trophyId }) => trophyId));
  return rows.some(({ trophyId }) => !known.has(trophyId));
}
