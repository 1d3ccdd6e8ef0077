import { markSaid } from '../../utils/words/charts';
import { UNKNOWN_SIGN } from '../../utils/words/unknown';
import { roundEnd } from './bar-shapes';
import type { ChartSeries, ChartTone } from './chart-figure';
import type { ChartArea, ChartMark } from './chart-mark';

/** A bar that lies, under its name or beside it. */
export interface ChartRow {
  id: string;
  /** `Ultra rare`. */
  name: string;
  /** One for each series; null where it is not known. */
  values: readonly (number | null)[];
  /** Not there where nothing of it is to be seen anywhere. */
  href?: string | undefined;
  /** The bar's own colour, where the row has one. */
  grade?: ChartSeries['grade'];
  tone?: ChartTone | undefined;
}

export interface RowMark extends ChartMark {
  name: string;
  /** The first is filled, a second one an outline. */
  bars: { value: number; path: string; end: number; middle: number }[];
  grade: ChartSeries['grade'];
  tone: ChartTone;
}

interface Drawing {
  rows: readonly ChartRow[];
  series: readonly ChartSeries[];
  say: (value: number) => string;
  write: (value: number) => string;
}

const FIRST = 14;
const SECOND = 8;
const BETWEEN = 3;

export function rowHeight(series: number): number {
  return series > 1 ? 42 : 30;
}

export function rowMarks({ rows, series, say, write }: Drawing, area: ChartArea): RowMark[] {
  const height = rowHeight(series.length);
  const thickness = FIRST + (series.length > 1 ? BETWEEN + SECOND : 0);
  return rows.flatMap((row, index): RowMark[] => {
    const [first = null] = row.values;
    if (first === null || row.values.every((value) => (value ?? 0) === 0)) return [];
    const top = index * height + (height - thickness) / 2;
    return [
      {
        id: row.id,
        label: labelOf(row, { series, say }),
        href: row.href,
        details:
          series.length < 2 ? [] : series.map(({ name }, at) => detail(name, row, at, write)),
        row: index,
        column: 0,
        x: 0,
        y: index * height,
        width: area.width,
        height,
        name: row.name,
        bars: row.values.flatMap((value, at) => {
          if (value === null) return [];
          const own = at === 0 ? FIRST : SECOND;
          const y = at === 0 ? top : top + FIRST + BETWEEN;
          const end = value === 0 ? 0 : Math.max(2, area.xScale(value));
          const path = value === 0 ? '' : roundEnd(0, y, end, own);
          return [{ value, path, end, middle: y + own / 2 }];
        }),
        grade: row.grade,
        tone: row.tone ?? 'accent',
      },
    ];
  });
}

/** All of its bars in words. */
function labelOf(
  { name, values }: ChartRow,
  { series, say }: Pick<Drawing, 'series' | 'say'>,
): string {
  const [first = '', ...others] = values.map((value, at) => {
    const said = value === null ? UNKNOWN_SIGN : say(value);
    return at === 0 ? said : markSaid(series[at]?.name ?? '', said);
  });
  return [markSaid(name, first), ...others].join('. ');
}

function detail(
  name: string,
  { values, grade, tone }: ChartRow,
  at: number,
  write: (value: number) => string,
): { name: string; value: string; grade: ChartSeries['grade']; tone: ChartTone | undefined } {
  const value = values[at] ?? null;
  return { name, grade, tone: tone ?? 'accent', value: value === null ? '–' : write(value) };
}
