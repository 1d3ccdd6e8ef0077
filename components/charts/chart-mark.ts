import type { Grade } from '../../utils/domain/trophies/grades';
import type { ChartTone } from './chart-figure';

/** What a chart draws of one thing: where it is pressed, what is heard of it, and where it leads. */
export interface ChartMark {
  id: string;
  /** For example `March 2026: 91 trophies`. */
  label: string;
  /** Not there where nothing of it is to be seen anywhere. */
  href?: string | undefined;
  /** More of it, beneath the label, for who points at it; heard it is in the table. */
  details?: readonly MarkDetail[];
  /** Its place for the keyboard: left and right lead along a row, up and down to the next. */
  row: number;
  column: number;
  /** What is pressed, in pixels of the chart's area. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Above where it is told of, if that is not above what is pressed. */
  top?: number;
}

export interface MarkDetail {
  name: string;
  value: string;
  grade?: Grade | undefined;
  tone?: ChartTone | undefined;
}

/** Where a chart is drawn: its size without the margins, and the scale of its values (layercake's). */
export interface ChartArea {
  width: number;
  height: number;
  xScale: ValueScale;
  yScale: ValueScale;
}

export interface ValueScale {
  (value: number): number;
  ticks(count: number): number[];
  domain(): number[];
}

/** The keys that lead from mark to mark. */
const STEPS: Partial<Record<string, 'before' | 'after' | 'above' | 'below' | 'first' | 'last'>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'above',
  ArrowDown: 'below',
  Home: 'first',
  End: 'last',
};

type Place = Pick<ChartMark, 'row' | 'column'>;

/** Where a key leads from a mark: the next one in its direction, over places without one. Null where it leads nowhere. */
export function markAfter<Mark extends Place>(
  key: string,
  from: Place,
  marks: readonly Mark[],
): Mark | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  if (step === 'first') return marks[0] ?? null;
  if (step === 'last') return marks.at(-1) ?? null;
  if (step === 'before' || step === 'after') {
    const sign = step === 'after' ? 1 : -1;
    const ahead = ({ row, column }: Place): number =>
      row === from.row ? sign * (column - from.column) : 0;
    return nearest(marks, ahead, () => 0);
  }
  const sign = step === 'below' ? 1 : -1;
  return nearest(
    marks,
    ({ row }) => sign * (row - from.row),
    ({ column }) => Math.abs(column - from.column),
  );
}

/** The mark that is the least ahead, and of these the least aside. */
function nearest<Mark extends Place>(
  marks: readonly Mark[],
  ahead: (mark: Place) => number,
  aside: (mark: Place) => number,
): Mark | null {
  let best: Mark | null = null;
  for (const mark of marks) {
    if (ahead(mark) <= 0) continue;
    const gain = best === null ? -1 : ahead(mark) - ahead(best) || aside(mark) - aside(best);
    if (gain < 0) best = mark;
  }
  return best;
}
