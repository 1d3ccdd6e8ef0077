import { barSaid, markSaid } from '../../utils/words/charts';
import { UNKNOWN_SIGN } from '../../utils/words/unknown';
import { roundEnd } from './bar-shapes';
import type { ChartSeries, ChartTone } from './chart-figure';
import type { ChartArea, ChartMark, MarkDetail } from './chart-mark';

/** A bar that lies, under its name or beside it. */
export interface ChartRow {
  id: string;
  /** `Ultra rare`. */
  name: string;
  /** One for each series; null where it is not known. */
  values: readonly (number | null)[];
  /** Not there where nothing of it is to be seen anywhere. */
  href?: string | undefined;
  /** Where each of its bars leads, where they lead to several places: each is pressed by itself then. */
  hrefs?: readonly (string | undefined)[];
  /** It is not of the kind that the others are, and may be by far the most: its number stands without a bar. */
  isBarless?: true | undefined;
  /** The bar's own colour, where the row has one. */
  grade?: ChartSeries['grade'];
  tone?: ChartTone | undefined;
}

export interface RowMark extends ChartMark {
  name: string;
  bars: RowBar[];
  grade: ChartSeries['grade'];
  tone: ChartTone;
}

interface RowBar {
  value: number;
  path: string;
  end: number;
  middle: number;
  /** Of which series it is, from 0: the first is filled, a second one an outline. */
  at: number;
}

interface Drawing {
  rows: readonly ChartRow[];
  series: readonly ChartSeries[];
  say: (value: number) => string;
  write: (value: number) => string;
}

const FIRST = 14;
const SECOND = 10;
const BETWEEN = 4;

export function rowHeight(series: number): number {
  return series > 1 ? 48 : 30;
}

export function rowMarks(drawing: Drawing, area: ChartArea): RowMark[] {
  const { rows, series } = drawing;
  const height = rowHeight(series.length);
  return rows.flatMap((row, index): RowMark[] => {
    if (isWithoutMark(row)) return [];
    const whole = { ...{ x: 0, y: index * height, width: area.width, height }, row: index };
    const drawnAs = { name: row.name, grade: row.grade, tone: row.tone ?? 'accent' };
    const bars = barsOf(row, index * height, drawing, area);
    const details = detailsOf(row, drawing);
    const { hrefs } = row;
    if (hrefs === undefined || series.length < 2) {
      const own = { id: row.id, label: labelOf(row, drawing), href: row.href, column: 0 };
      return [{ ...own, ...whole, ...drawnAs, details, bars }];
    }
    const share = height / series.length;
    return bars.map((bar) => ({
      ...{ ...whole, y: whole.y + bar.at * share, height: share, column: bar.at },
      ...{ ...drawnAs, details, bars: [bar], href: hrefs[bar.at] },
      id: bar.at === 0 ? row.id : `${row.id}-${String(bar.at)}`,
      label: barSaid(row.name, series[bar.at]?.name ?? '', drawing.say(bar.value)),
    }));
  });
}

/** True of a row that has no bar: nothing of it is to be pressed, but what is known of it is said. */
export function isWithoutMark({ values }: Pick<ChartRow, 'values'>): boolean {
  return values.every((value) => (value ?? 0) === 0);
}

/** What the longest bar comes to. */
export function mostIn(rows: readonly ChartRow[]): number {
  const drawn = rows.filter(({ isBarless }) => isBarless !== true);
  return Math.max(1, ...drawn.flatMap(({ values }) => values.map((value) => value ?? 0)));
}

function barsOf(
  { values, isBarless }: ChartRow,
  above: number,
  { series }: Pick<Drawing, 'series'>,
  area: ChartArea,
): RowBar[] {
  return values.flatMap((value, at) => {
    if (value === null) return [];
    const { y, thickness, middle } = barPlace(above, at, series.length);
    const end = value === 0 || isBarless === true ? 0 : Math.max(2, area.xScale(value));
    const path = end === 0 ? '' : roundEnd(0, y, end, thickness);
    return [{ value, path, end, middle, at }];
  });
}

/** Where in a row the bar of a series lies, or the sign that stands for one. @param above where the row begins */
export function barPlace(above: number, at: number, series: number) {
  const whole = FIRST + (series > 1 ? BETWEEN + SECOND : 0);
  const top = above + (rowHeight(series) - whole) / 2;
  const [y, thickness] = at === 0 ? [top, FIRST] : [top + FIRST + BETWEEN, SECOND];
  return { y, thickness, middle: y + thickness / 2 };
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

/** What each of its bars comes to, where there is more than one. */
function detailsOf(
  { values, grade, tone }: ChartRow,
  { series, write }: Pick<Drawing, 'series' | 'write'>,
): MarkDetail[] {
  if (series.length < 2) return [];
  return series.map(({ name }, at) => {
    const value = values[at] ?? null;
    const written = value === null ? UNKNOWN_SIGN : write(value);
    return { name, grade, tone: tone ?? 'accent', value: written };
  });
}
