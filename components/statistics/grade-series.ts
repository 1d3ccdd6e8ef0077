import type { EarnedCount } from '../../utils/domain/numbers/trophy-days';
import { GRADES, sumOfGrades } from '../../utils/domain/trophies/grades';
import { gradeName } from '../../utils/words/trophies';
import type { ChartSeries } from '../charts/chart-figure';

/** What columns of trophies are made of: the grades, and what has none that is known, where there is any. */
export function gradeSeries(counts: readonly EarnedCount[]): ChartSeries[] {
  const grades = GRADES.map((grade) => ({ id: grade, name: gradeName(grade), grade }));
  const hasOthers = counts.some((count) => othersIn(count) > 0);
  return hasOthers ? [...grades, { id: 'unknown', name: gradeName(null), tone: 'edge' }] : grades;
}

/** How many of each series. */
export function gradeValues(count: EarnedCount, series: readonly ChartSeries[]): number[] {
  return series.map(({ grade }) => (grade === undefined ? othersIn(count) : count.counts[grade]));
}

function othersIn({ trophies, counts }: EarnedCount): number {
  return trophies - sumOfGrades(counts);
}
