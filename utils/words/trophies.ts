import type { Grade, PartialCounts } from '../domain/trophies/grades';
import { count } from '../format/numbers';
import { spoken, written } from './unknown';

export const GRADE_NAMES: Record<Grade, string> = {
  bronze: 'Bronze',
  silver: 'Silver',
  gold: 'Gold',
  platinum: 'Platinum',
};

export const PLATINUM_EARNED = 'Platinum earned';
export const TROPHIES_EARNED = 'Trophies earned';

/** A grade of one game in full, for example `Bronze: 12 of 40`. */
export function gradeOfGame(
  grade: Grade,
  earned: number | null,
  defined: number | null,
  locale: string,
): string {
  const [has, all] = [earned, defined].map((each) => spoken(each, (value) => count(value, locale)));
  return `${GRADE_NAMES[grade]}: ${has} of ${all}`;
}

/** What a trophy of an unknown grade is called. */
const GRADE_UNKNOWN = 'Grade unknown';

export function gradeName(grade: Grade | null): string {
  return grade === null ? GRADE_UNKNOWN : GRADE_NAMES[grade];
}

/** How many of each grade an account has, for example `10,483` bronze. */
export function gradesOfAccount(earned: PartialCounts, locale: string): Record<Grade, string> {
  return eachGrade((grade) => written(earned[grade], (known) => count(known, locale)));
}

/** How far each grade of one game is, for example `12 / 40` bronze. */
export function gradesOfGame(
  earned: PartialCounts,
  defined: PartialCounts,
  locale: string,
): Record<Grade, string> {
  const as = (value: number | null) => written(value, (known) => count(known, locale));
  return eachGrade((grade) => `${as(earned[grade])} / ${as(defined[grade])}`);
}

function eachGrade(words: (grade: Grade) => string): Record<Grade, string> {
  return {
    bronze: words('bronze'),
    silver: words('silver'),
    gold: words('gold'),
    platinum: words('platinum'),
  };
}
