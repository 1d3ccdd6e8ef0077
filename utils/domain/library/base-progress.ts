import { definedOf, earnedOf, progressOf, sumOfGrades } from '../trophies/grades';
import { BASE_GROUP, type TrophySet } from '../trophies/trophy-set';
import type { LibraryTitle } from './title';
import { isBaseDone } from './what-is-left';

/**
 * Whole percent of the base game of a set with add-ons, by Sony's rule: of its trophies, and where they do not tell, as
 * much as the list knows, which is all or nothing of it. Null where nobody knows.
 * @param set null until all its trophies are here, as they are now
 */
export function baseProgressOf(title: LibraryTitle, set: TrophySet | null): number | null {
  return (set && progressOfBase(set)) ?? listedBaseProgress(title);
}

/** Null where it is not known of a trophy whether it is earned, or whether it is of the base game. */
function progressOfBase({ trophies }: TrophySet): number | null {
  if (trophies.some(({ groupId }) => groupId === null)) return null;
  const base = trophies.filter(({ groupId }) => groupId === BASE_GROUP);
  return progressOf(earnedOf(base), definedOf(base));
}

function listedBaseProgress(title: LibraryTitle): number | null {
  if (isBaseDone(title) === true) return 100;
  return sumOfGrades(title.earned) === 0 ? 0 : null;
}
