import type { Grade, PartialCounts } from '../domain/trophies/grades';
import { count } from '../format/numbers';
import * as words from './en/app.json';
import { spoken, written } from './unknown';

export {
  platinumEarned as PLATINUM_EARNED,
  trophiesEarned as TROPHIES_EARNED,
} from './en/app.json';

export const GRADE_NAMES: Record<Grade, string> = words.grades;

/** A grade of one game in full, for example `Bronze: 12 of 40`. */
export function gradeOfGame(
  grade: Grade,
  earned: number | null,
  defined: number | null,
  locale: string,
): string {
  const as = (value: number | null) => spoken(value, (known) => count(known, locale));
  return words.gradeOfGame[grade]({ earned: as(earned), defined: as(defined) });
}

export function gradeName(grade: Grade | null): string {
  return grade === null ? words.gradeUnknown : GRADE_NAMES[grade];
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
  return eachGrade((grade) =>
    words.outOf({ earned: as(earned[grade]), defined: as(defined[grade]) }),
  );
}

function eachGrade(say: (grade: Grade) => string): Record<Grade, string> {
  return {
    bronze: say('bronze'),
    silver: say('silver'),
    gold: say('gold'),
    platinum: say('platinum'),
  };
}
