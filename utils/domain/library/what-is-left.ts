import { definitionsKey, earnedKey, hasKept } from '../sync/answer-keys';
import { GRADES, pointsOf, sumOfGrades, type PartialCounts } from '../trophies/grades';
import type { BaseState } from '../trophies/trophy-set';
import { hasPlatinum } from './has-platinum';
import { hasGroups, type LibraryTitle, type TitleCounts } from './title';

/** How many of each grade are missing, as far as that is known. */
export function leftOf({
  earned,
  defined,
}: Pick<TitleCounts, 'earned' | 'defined'>): PartialCounts {
  const left = (grade: keyof PartialCounts): number | null => {
    const [has, all] = [earned[grade], defined[grade]];
    return has === null || all === null ? null : Math.max(0, all - has);
  };
  return {
    ...{ bronze: left('bronze'), silver: left('silver') },
    ...{ gold: left('gold'), platinum: left('platinum') },
  };
}

/** The points that a game still has for the player; null where one of its counts is not known. */
export function pointsLeft(title: TitleCounts): number | null {
  return pointsOf(leftOf(title));
}

/** True where all that a set has is earned; null where that is not known. */
export function isAllEarned(title: TitleCounts): boolean | null {
  const { earned, defined, progress } = title;
  const left = leftOf(title);
  const isShort = GRADES.some((grade) => (left[grade] ?? 0) > 0);
  if (isShort || (progress !== null && progress < 100)) return false;
  const [has, all] = [sumOfGrades(earned), sumOfGrades(defined)];
  return has === null || all === null ? null : all > 0;
}

/**
 * True where the player has every trophy of the base game; null where that is not known. The platinum is given for just
 * that. Without one the base game of a set with add-ons is known from its trophies, and by its counts only while
 * nothing, or all, is earned.
 */
export function isBaseDone(title: LibraryTitle): boolean | null {
  const { defined, earned } = title;
  if (hasPlatinum(title)) return true;
  if (defined.platinum !== null && defined.platinum > 0 && earned.platinum === 0) return false;
  const isDone = isAllEarned(title);
  if (isDone === true || !hasGroups(title)) return isDone;
  return sumOfGrades(earned) === 0 ? false : (baseIn(title)?.done ?? null);
}

/** What its trophies tell of the base game; null where they do not, or are not those of now. */
export function baseIn({ tally, fetched, ...title }: LibraryTitle): BaseState | null {
  const { base } = tally ?? {};
  if (!base || fetched.earned === null || fetched.definitions !== definitionsKey(title))
    return null;
  // What was done stays so, as long as nothing is taken back.
  const isSo = fetched.earned === earnedKey(title) || (base.done && hasKept(title, fetched.earned));
  return isSo ? base : null;
}

/** False where the player has marked a trophy that it needs, or the game, as not to be had. */
export function isPlatinumPossible({ unobtainable }: LibraryTitle): boolean {
  return unobtainable !== 'game' && unobtainable !== 'platinum';
}

/** How far its trophies are not to be had: the titles list tells of an earned platinum before its trophies do. */
export function unobtainableNow(title: Pick<LibraryTitle, 'unobtainable' | 'earned'>) {
  const { unobtainable } = title;
  return unobtainable === 'platinum' && hasPlatinum(title) ? 'trophy' : unobtainable;
}

/** The version that a set comes out with. */
const FIRST_VERSION = '01.00';

/**
 * True where a set became another one after the player had done its base game, and something of it is left; null where
 * nobody knows: it may have been before the first sync.
 */
export function isRevised(title: LibraryTitle): boolean | null {
  if (isAllEarned(title) === true) return false;
  if (title.revisedAt !== undefined) return true;
  if (title.trophySetVersion === FIRST_VERSION) return false;
  return isBaseDone(title) === false ? false : null;
}
