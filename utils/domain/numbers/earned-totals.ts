import type { Title } from '../library/title';
import {
  GRADES,
  type GradeCounts,
  noTrophies,
  type PartialCounts,
  sumOfGrades,
} from '../trophies/grades';

/** A sum over games by grade. */
export interface GradeSum {
  counts: GradeCounts;
  games: number;
  /** Games of which one count or the other is not known: with them it is more, or as many. */
  unknown: number;
}

/** The sum of what is known of each. */
export function sumByGrade(all: readonly PartialCounts[]): GradeSum {
  const counts = noTrophies();
  for (const each of all) for (const grade of GRADES) counts[grade] += each[grade] ?? 0;
  const unknown = all.filter((each) => sumOfGrades(each) === null).length;
  return { counts, games: all.length, unknown };
}

/** What is earned of all games. */
export function earnedTotals(titles: readonly Pick<Title, 'earned'>[]): GradeSum {
  return sumByGrade(titles.map(({ earned }) => earned));
}
