import { stack } from 'd3-shape';
import { count } from '../../utils/format/numbers';
import { markSaid } from '../../utils/words/charts';
import { roundTop } from './bar-shapes';
import type { ChartSeries } from './chart-figure';
import type { ChartArea, ChartMark, MarkDetail } from './chart-mark';

/** What stands side by side: a month, a year, a step of progress. */
export interface ChartColumn {
  id: string;
  /** In full: `March 2026`. */
  name: string;
  /** Under the column: `Mar`. */
  short: string;
  /** What it belongs to, written in the place of `short` under the first that is named of it: `Mar` of its weeks. */
  within?: string;
  /** One for each series, in their order; null where it is not known, or yet to come. */
  values: readonly number[] | null;
  href: string;
  /** Hatched: it still grows, or is not sure. */
  state?: 'running' | 'estimated' | undefined;
}

export interface ColumnMark extends ChartMark {
  bars: { series: ChartSeries; path: string }[];
  isHatched: boolean;
}

interface Drawing {
  columns: readonly ChartColumn[];
  series: readonly ChartSeries[];
  /** A sum in words: `91 trophies`. */
  say: (sum: number) => string;
  /** A number as it is written. */
  write: (value: number) => string;
}

const WIDEST = 48;

/** What is written under columns, of which one in so many is named, counted from the last: that is now, or all of it. */
export function namesUnder(
  columns: readonly Pick<ChartColumn, 'short' | 'within'>[],
  every: number,
): (string | null)[] {
  let before: string | undefined;
  return columns.map(({ short, within }, index) => {
    if ((columns.length - 1 - index) % every !== 0) return null;
    const isFirst = within !== before;
    before = within;
    return isFirst ? (within ?? short) : short;
  });
}

export function sumOfColumn({ values }: ChartColumn): number {
  return (values ?? []).reduce((sum, value) => sum + value, 0);
}

/** Columns that have something, as bars of their series one upon the other. */
export function columnMarks(drawing: Drawing, area: ChartArea): ColumnMark[] {
  const { columns, series } = drawing;
  const band = area.width / Math.max(1, columns.length);
  const layers = stack<ChartColumn, number>()
    .keys(series.map((_, index) => index))
    .value(({ values }, index) => values?.[index] ?? 0)([...columns]);
  return columns.flatMap((column, index): ColumnMark[] => {
    const sum = sumOfColumn(column);
    if (sum <= 0) return [];
    const width = Math.min(WIDEST, Math.max(2, band * 0.7));
    const x = (index + 0.5) * band - width / 2;
    const spans = layers.map((layer) => ({
      from: layer[index]?.[0] ?? 0,
      to: layer[index]?.[1] ?? 0,
    }));
    return [
      {
        id: column.id,
        label: markSaid(column.name, drawing.say(sum), column.state === 'running'),
        href: column.href,
        details: detailsOf(column, drawing),
        row: 0,
        column: index,
        x: index * band,
        y: 0,
        width: band,
        height: area.height,
        top: area.yScale(sum),
        bars: series.flatMap((each, at) => {
          const { from, to } = spans[at] ?? { from: 0, to: 0 };
          if (to <= from) return [];
          const isTop = spans.slice(at + 1).every((higher) => higher.to <= higher.from);
          return [{ series: each, path: barPath(area, { x, width, from, to, isTop }) }];
        }),
        isHatched: column.state !== undefined,
      },
    ];
  });
}

/** A line of the ground between a bar and the one that it stands on. */
function barPath(
  { yScale }: ChartArea,
  bar: { x: number; width: number; from: number; to: number; isTop: boolean },
): string {
  const [top, foot] = [yScale(bar.to), yScale(bar.from)];
  const gap = bar.from > 0 ? Math.min(1, (foot - top) / 3) : 0;
  return roundTop(bar.x, top, bar.width, foot - top - gap, bar.isTop ? 3 : 0);
}

function detailsOf({ values }: ChartColumn, { series, write }: Drawing): MarkDetail[] {
  if (series.length < 2) return [];
  return series
    .map(({ name, grade, tone }, at) => ({ name, grade, tone, value: write(values?.[at] ?? 0) }))
    .toReversed();
}

/** As many names under the columns as there is room for: every one, every second … */
export function namesEvery(band: number, widest: number): number {
  return Math.max(1, Math.ceil((widest + 3) / Math.max(1, band)));
}

export function asCount(locale: string): (value: number) => string {
  return (value) => count(value, locale);
}
