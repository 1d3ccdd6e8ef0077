import type { ChartSeries, FigureWords } from '@/components/charts/chart-figure';
import type { ChartColumn } from '@/components/charts/column-marks';
import type { GameSpan } from '@/components/charts/timeline-rows';
import { GRADE_NAMES } from '@/utils/words/trophies';

export function aFigure(title: string): FigureWords {
  return { title, counts: 'What it counts.', empty: 'Nothing yet: fetch your games.' };
}

export const GRADE_SERIES: ChartSeries[] = [
  { id: 'bronze', name: GRADE_NAMES.bronze, grade: 'bronze' },
  { id: 'silver', name: GRADE_NAMES.silver, grade: 'silver' },
  { id: 'gold', name: GRADE_NAMES.gold, grade: 'gold' },
  { id: 'platinum', name: GRADE_NAMES.platinum, grade: 'platinum' },
];

export function trophies(count: number): string {
  return count === 1 ? '1 trophy' : `${String(count)} trophies`;
}

/** January has trophies of all grades, February none, March still grows, April is to come. */
export const COLUMNS: ChartColumn[] = [
  aColumn('January', [60, 20, 10, 1]),
  aColumn('February', [0, 0, 0, 0]),
  { ...aColumn('March', [3, 2, 0, 0]), state: 'running' },
  aColumn('April', null),
];

function aColumn(name: string, values: number[] | null): ChartColumn {
  const href = `#/log?month=${name}`;
  return { id: name, name: `${name} 2026`, short: name.slice(0, 3), values, href };
}

/** Days since 1970. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00Z`) / 86_400_000;
}

/** A year with this many on these days, and none on the others. */
export function aYear(year: number, on: Record<string, number>) {
  const [firstDay, next] = [dayOf(`${String(year)}-01-01`), dayOf(`${String(year + 1)}-01-01`)];
  const counts = new Array<number>(next - firstDay).fill(0);
  for (const [date, count] of Object.entries(on)) counts[dayOf(date) - firstDay] = count;
  return { year, firstDay, counts };
}

export function aGame(name: string, first: string, last: string): GameSpan {
  const standing = 'completed';
  return {
    id: name,
    name,
    first: dayOf(first),
    last: dayOf(last),
    standing,
    href: `#/game/${name}`,
  };
}

/** Seven weekdays from Sunday, of 24 hours, with these. */
export function hoursWith(...places: [weekday: number, hour: number, count: number][]): number[][] {
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const [weekday, hour, count] of places) counts[weekday]![hour] = count;
  return counts;
}
