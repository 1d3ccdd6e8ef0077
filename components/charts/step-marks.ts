import { area as areaOf, curveStepAfter, line } from 'd3-shape';
import type { ChartArea, ChartMark } from './chart-mark';
import { textWidth } from './text-width';

/** A sum as it was from here on. */
export interface StepPoint {
  id: string;
  /** In full: `March 2026`. */
  name: string;
  /** Where it stands on the axis, in days. */
  at: number;
  /** All that there was at the end of it, and how much of that had come in it: that is where it leads. */
  value: number;
  own: number;
  /** Both in words: `1,240 trophies by June 2024; 31 in that month`. */
  label: string;
  href: string;
  /** Under the axis, in days where a year begins, and its name: `2026`. */
  axis?: { at: number; name: string } | undefined;
}

export interface StepMark extends ChartMark {
  dot: { x: number; y: number };
}

/** Each point, pressed from where it begins to where the next one does. */
export function stepMarks(points: readonly StepPoint[], area: ChartArea): StepMark[] {
  return points.map((point, index) => {
    const x = area.xScale(point.at);
    const next = points[index + 1];
    const end = next === undefined ? area.width : area.xScale(next.at);
    return {
      id: point.id,
      label: point.label,
      href: point.href,
      row: 0,
      column: index,
      x,
      y: 0,
      width: Math.max(3, end - x),
      height: area.height,
      top: area.yScale(point.value),
      dot: { x, y: area.yScale(point.value) },
    };
  });
}

/** The line of the steps, and what lies beneath it: from what there was before the first, to the end. */
export function stepPaths(
  points: readonly StepPoint[],
  start: number,
  area: ChartArea,
): { line: string; area: string } {
  const first = points[0];
  const [, until = 0] = area.xScale.domain();
  const last = points.at(-1);
  const all = [
    ...(first === undefined ? [] : [{ at: first.at, value: start }]),
    ...points,
    ...(last === undefined ? [] : [{ at: until, value: last.value }]),
  ];
  const x = ({ at }: { at: number }): number => area.xScale(at);
  const y = ({ value }: { value: number }): number => area.yScale(value);
  type Place = Pick<StepPoint, 'at' | 'value'>;
  return {
    line: line<Place>(x, y).curve(curveStepAfter)(all) ?? '',
    area: areaOf<Place>(x, area.height, y).curve(curveStepAfter)(all) ?? '',
  };
}

/** Names under the axis, as many as do not touch. */
export function axisNames(
  points: readonly StepPoint[],
  area: ChartArea,
): { x: number; name: string }[] {
  const shown: { x: number; name: string; end: number }[] = [];
  for (const { axis } of points) {
    if (axis === undefined) continue;
    const [x, half] = [area.xScale(axis.at), textWidth(axis.name) / 2];
    const isFree = x - half >= (shown.at(-1)?.end ?? -half) && x + half <= area.width + 20;
    if (isFree) shown.push({ x, name: axis.name, end: x + half + 12 });
  }
  return shown;
}
