import { slopeSaid } from '../../utils/words/charts';
import type { ChartMark } from './chart-mark';
import { clippedText, wrappedText } from './text-width';

/** A value as it was, and as it is. */
export interface Slope {
  id: string;
  name: string;
  /** What it belongs to: the game. */
  detail: string;
  from: number;
  to: number;
  href: string;
  /** Where else it leads, at the end of its row: the day on which it was earned, in the log. */
  also?: { name: string; label: string; href: string } | undefined;
  /** What a picture that is saved has in place of its name and of what it belongs to. */
  told?: string | undefined;
}

export interface SlopeMark extends ChartMark {
  slope: Slope;
  /** The two points, in pixels; null for what stands at the end of the row. */
  line: { x1: number; y1: number; x2: number; y2: number } | null;
}

/** Where the parts of a row are: under the names on a narrow page. */
export interface SlopeLayout {
  rowHeight: number;
  names: number;
  fromX: number;
  lineX: number;
  lineWidth: number;
  toX: number;
  /** What stands at the end of a row has so much room. */
  alsoWidth: number;
  /** From the top of a row to the middle of its values. */
  valueY: number;
  /** The values stand below the names. */
  isNarrow: boolean;
}

/** Above the rows: what the two values are. */
export const SLOPE_HEAD = 26;
export const SLOPE_LINE = 17;
/** In how many lines of a narrow page is told what a name belongs to. */
const DETAILS = 2;
const NARROW = 520;
/** Values stand no further from their names than the eye goes along. */
const WIDEST = 760;
const NUMBER = 52;
const ALSO = 100;

/** @param hasEnd something stands at the end of the rows */
export function slopeLayout(width: number, hasEnd = false): SlopeLayout {
  const alsoWidth = hasEnd ? ALSO : 0;
  if (width < NARROW) {
    const lineWidth = Math.min(120, width - alsoWidth - 2 * NUMBER - 24);
    const fromX = NUMBER;
    return {
      ...{ rowHeight: 62 + DETAILS * SLOPE_LINE, isNarrow: true },
      ...{ names: width, alsoWidth },
      ...{ fromX, lineX: fromX + 12, lineWidth, toX: fromX + lineWidth + 24 },
      valueY: 46 + DETAILS * SLOPE_LINE,
    };
  }
  const lineWidth = 96;
  const toX = Math.min(width - alsoWidth, WIDEST) - NUMBER;
  const lineX = toX - 12 - lineWidth;
  return {
    ...{ rowHeight: 44, isNarrow: false },
    names: lineX - 12 - NUMBER - 16,
    ...{ fromX: lineX - 12, lineX, lineWidth, toX, alsoWidth, valueY: 22 },
  };
}

/** What a slope belongs to, as far as there is room for it. */
export function linesOf({ detail }: Slope, { names, isNarrow }: SlopeLayout): string[] {
  const lines = isNarrow ? wrappedText(detail, names) : [detail];
  const rest = lines.slice(DETAILS - 1).join(' ');
  const shown = [...lines.slice(0, DETAILS - 1), rest].filter((line) => line !== '');
  return shown.map((line) => clippedText(line, names));
}

/** With what it belongs to. */
export function slopeName({ name, detail }: Slope): string {
  return `${name} · ${detail}`;
}

export function slopeMarks(
  slopes: readonly Slope[],
  layout: SlopeLayout,
  of: { width: number; write: (value: number) => string },
): SlopeMark[] {
  const most = Math.max(1, ...slopes.map(({ from, to }) => Math.abs(to - from)));
  const end = alsoEnd(layout, of.width);
  return slopes.flatMap((slope, row) => {
    const y = SLOPE_HEAD + row * layout.rowHeight;
    const middle = y + layout.valueY;
    const rise = (10 * (slope.to - slope.from)) / most;
    const place = { slope, row, y, height: layout.rowHeight };
    const main: SlopeMark = {
      ...place,
      id: slope.id,
      label: slopeSaid(slopeName(slope), of.write(slope.from), of.write(slope.to)),
      href: slope.href,
      ...{ column: 0, x: 0, width: end - layout.alsoWidth },
      line: {
        x1: layout.lineX,
        y1: middle + rise,
        x2: layout.lineX + layout.lineWidth,
        y2: middle - rise,
      },
    };
    if (slope.also === undefined) return [main];
    const { label, href } = slope.also;
    const x = end - layout.alsoWidth;
    const also = { id: `${slope.id} also`, label, href, column: 1, x, width: layout.alsoWidth };
    return [main, { ...place, ...also, line: null }];
  });
}

/** Where the rows end: not further from their values than the eye goes along. */
export function alsoEnd({ toX, alsoWidth }: SlopeLayout, width: number): number {
  return alsoWidth === 0 ? width : Math.min(width, toX + NUMBER + alsoWidth + 40);
}
