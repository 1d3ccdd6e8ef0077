import type { Grade } from '../domain/title';
import { count } from './numbers';

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

/** The same where there is little room, for example `12 / 40`. */
export function earnedOfDefined(earned: number, defined: number, locale: string): string {
  return `${count(earned, locale)} / ${count(defined, locale)}`;
}
