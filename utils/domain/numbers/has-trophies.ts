import { isGone, type LibraryTitle } from '../library/title';
import { sumOfGrades } from '../trophies/grades';

/** Completion and what is left are of it: what is gone, or has no trophies, is none of them. */
export function hasTrophies(title: Pick<LibraryTitle, 'absence' | 'defined'>): boolean {
  return !isGone(title) && sumOfGrades(title.defined) !== 0;
}
