import { slopeSaid } from '../../utils/words/charts';
import type { ChartMark } from './chart-mark';

/** A value as it was, and as it is. */
export interface Slope {
  id: string;
  name: string;
  /** What it belongs to: the game. */
  detail: string;
  from: number;
  to: number;
  href: string;
}

export interface SlopeMark extends ChartMark {
  slope: Slope;
  /** The two points, in pixels. */
  line: { x1: number; y1: number; x2: number; y2: number };
}

/** Where the parts of a row are: under the names on a narrow page. */
export interface SlopeLayout {
  rowHeight: number;
  names: number;
  fromX: number;
  lineX: number;
  lineWidth: number;
  toX: number;
  /** From the top of a row to the middle of its values. */
  valueY: number;
}

/** Above the rows: what the two values are. */
export const SLOPE_HEAD = 26;
const NARROW = 520;
/** Values stand no further from their names than the eye goes along. */
const WIDEST = 760;
const NUMBER = 52;

export function slopeLayout(width: number): SlopeLayout {
  if (width < NARROW) {
    const lineWidth = Math.min(120, width - 2 * NUMBER - 16);
    const fromX = NUMBER;
    return {
      rowHeight: 62,
      names: width,
      ...{ fromX, lineX: fromX + 12, lineWidth, toX: fromX + lineWidth + 24, valueY: 46 },
    };
  }
  const lineWidth = 96;
  const toX = Math.min(width, WIDEST) - NUMBER;
  const lineX = toX - 12 - lineWidth;
  return {
    rowHeight: 44,
    names: lineX - 12 - NUMBER - 16,
    ...{ fromX: lineX - 12, lineX, lineWidth, toX, valueY: 22 },
  };
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
  return slopes.map((slope, row) => {
    const y = SLOPE_HEAD + row * layout.rowHeight;
    const middle = y + layout.valueY;
    const rise = (10 * (slope.to - slope.from)) / most;
    return {
      id: slope.id,
      label: slopeSaid(slopeName(slope), of.write(slope.from), of.write(slope.to)),
      href: slope.href,
      ...{ row, column: 0, x: 0, y, width: of.width },
      height: layout.rowHeight,
      slope,
      line: {
        x1: layout.lineX,
        y1: middle + rise,
        x2: layout.lineX + layout.lineWidth,
        y2: middle - rise,
      },
    };
  });
}
