import { isStarted } from '../library/how-begun';
import { byConsoles, platformsTogether } from '../library/grouping';
import type { Title, TitleCounts } from '../library/title';
import { leftOf } from '../library/what-is-left';
import { sumOfGrades } from '../trophies/grades';
import { earnedTotals, sumByGrade, type GradeSum } from './earned-totals';

/** What is missing, of the games with a trophy and of all. */
export function unearnedTotals(
  titles: readonly TitleCounts[],
): Record<'started' | 'all', GradeSum> {
  const started = sumByGrade(titles.filter(isStarted).map(leftOf));
  return {
    started: { ...started, unknown: started.unknown + titles.filter(mayBeStarted).length },
    all: sumByGrade(titles.map(leftOf)),
  };
}

/** Nothing is known to be earned, nor that nothing is. */
function mayBeStarted(title: TitleCounts): boolean {
  return !isStarted(title) && title.progress === null && sumOfGrades(title.earned) === null;
}

/** What is earned on one platform, or in sets that are for several. */
export interface PlatformTotal extends GradeSum {
  /** Sony's words with a comma between them, for example `PS4,PSVITA`; empty where Sony names none. */
  platforms: string;
}

/** Each game once, under all of its platforms together: the newest console first. */
export function totalsByPlatform(
  titles: readonly Pick<Title, 'earned' | 'platforms'>[],
): PlatformTotal[] {
  return [...new Set(titles.map(platformsTogether))].sort(byPlatforms).map((platforms) => ({
    platforms,
    ...earnedTotals(titles.filter((title) => platformsTogether(title) === platforms)),
  }));
}

/** What is for none that is known comes last. */
function byPlatforms(one: string, other: string): number {
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return byConsoles(one, other);
}
