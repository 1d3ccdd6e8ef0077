import type { Grade, GradeCounts } from '../domain/trophies/grades';
import { count } from '../format/numbers';

export const GRADE_NAMES: Record<Grade, string> = {
  bronze: 'Bronze',
  silver: 'Silver',
  gold: 'Gold',
  platinum: 'Platinum',
};

export const PLATINUM_EARNED = 'Platinum earned';
export const TROPHIES_EARNED = 'Trophies earned';

/** A grade of one game in full, for example `Bronze: 12 of 40`. */
export function gradeOfGame(grade: Grade, earned: number, defined: number, locale: string): string {
  return `${GRADE_NAMES[grade]}: ${count(earned, locale)} of ${count(defined, locale)}`;
}

/** How many of each grade an account has, for example `10,483` bronze. */
export function gradesOfAccount(earned: GradeCounts, locale: string): Record<Grade, string> {
  return eachGrade((grade) => count(earned[grade], locale));
}

/** How far each grade of one game is, for example `12 / 40` bronze. */
export function gradesOfGame(
  earned: GradeCounts,
  defined: GradeCounts,
  locale: string,
): Record<Grade, string> {
  return eachGrade((grade) => `${count(earned[grade], locale)} / ${count(defined[grade], locale)}`);
}

function eachGrade(words: (grade: Grade) => string): Record<Grade, string> {
  return {
    bronze: words('bronze'),
    silver: words('silver'),
    gold: words('gold'),
    platinum: words('platinum'),
  };
}
