import { hourName, weekdayName } from '../../utils/format/calendar-names';
import { hoursOfDay, markSaid, weekdayAndHour } from '../../utils/words/charts';
import { roundEnd, roundTop } from './bar-shapes';
import type { ChartArea, ChartMark } from './chart-mark';

/** How many in each hour of each weekday: seven rows from Sunday, of 24. */
export type HourCounts = readonly (readonly number[])[];

/** What a mark of the grid stands for: an hour of a weekday, a whole weekday, an hour of all days. */
export interface HourPlace {
  weekday?: number;
  hour?: number;
}

export interface HourMark extends ChartMark {
  /** An hour of a weekday, or a sum. */
  isHour: boolean;
  /** A dot of this size, or a bar. */
  radius: number;
  path: string;
}

export const WEEKDAY_ROW = 24;
/** Beneath: the sums of the hours. */
export const SUMS_BELOW = 40;
/** In fewer pixels a dot would be a point: an hour is a bar as high as its row then, and the sums are numbers alone. */
const LEAST_FOR_DOTS = 520;

export function hasDots(width: number): boolean {
  return width >= LEAST_FOR_DOTS;
}

/** At the right: the sums of the weekdays. */
export function sumsRight(width: number): number {
  return hasDots(width) ? 92 : 44;
}

interface Drawing {
  /** Of the whole chart, in pixels. */
  width: number;
  counts: HourCounts;
  weekStart: number;
  locale: string;
  say: (count: number) => string;
  hrefOf: (place: HourPlace) => string;
}

/** Each weekday, from the one that begins a week. */
export function weekdaysFrom(weekStart: number): number[] {
  return Array.from({ length: 7 }, (_, index) => (weekStart + index) % 7);
}

export function sumOfWeekday(counts: HourCounts, weekday: number): number {
  return (counts[weekday] ?? []).reduce((sum, count) => sum + count, 0);
}

export function sumOfHour(counts: HourCounts, hour: number): number {
  return counts.reduce((sum, row) => sum + (row[hour] ?? 0), 0);
}

export function hourSpan(hour: number, locale: string): string {
  return hoursOfDay(hourName(hour, locale), hourName(hour + 1, locale));
}

/** In the order of reading: each weekday with its hours and its sum, then the sums of the hours. */
export function hourMarks(drawing: Drawing, area: ChartArea): HourMark[] {
  const weekdays = weekdaysFrom(drawing.weekStart);
  const across = area.width / 24;
  const ofDays = weekdays.flatMap((weekday, row) => [
    ...hours(drawing, { weekday, row, across }),
    ...weekdaySum(drawing, { weekday, row }, area),
  ]);
  return [...ofDays, ...hourSums(drawing, area)];
}

function hours(
  { width, counts, locale, say, hrefOf }: Drawing,
  { weekday, row, across }: { weekday: number; row: number; across: number },
): HourMark[] {
  const most = Math.max(1, ...counts.flat());
  return (counts[weekday] ?? []).flatMap((count, hour): HourMark[] => {
    if (count === 0) return [];
    const name = weekdayAndHour(weekdayName(weekday, 'long', locale), hourSpan(hour, locale));
    return [
      {
        id: `${String(weekday)}-${String(hour)}`,
        label: markSaid(name, say(count)),
        href: hrefOf({ weekday, hour }),
        ...{ row, column: hour, x: hour * across, y: row * WEEKDAY_ROW },
        ...{ width: across, height: WEEKDAY_ROW, isHour: true },
        ...(hasDots(width)
          ? dot(count / most, across)
          : bar(count / most, { across, hour, foot: rowFoot(row) })),
      },
    ];
  });
}

/** By its area, as the eye compares it. */
function dot(share: number, across: number): Pick<HourMark, 'radius' | 'path'> {
  const largest = Math.min(across, WEEKDAY_ROW) / 2 - 0.5;
  return { radius: Math.max(1.25, largest * Math.sqrt(share)), path: '' };
}

function bar(
  share: number,
  { across, hour, foot }: { across: number; hour: number; foot: number },
): Pick<HourMark, 'radius' | 'path'> {
  const [wide, high] = [across * 0.8, Math.max(2, (WEEKDAY_ROW - 4) * share)];
  return {
    radius: 0,
    path: roundTop((hour + 0.5) * across - wide / 2, foot - high, wide, high, 2),
  };
}

/** Where the bars of a weekday stand. */
export function rowFoot(row: number): number {
  return (row + 1) * WEEKDAY_ROW - 2;
}

function weekdaySum(
  { width, counts, locale, say, hrefOf }: Drawing,
  { weekday, row }: { weekday: number; row: number },
  area: ChartArea,
): HourMark[] {
  const sum = sumOfWeekday(counts, weekday);
  if (sum === 0) return [];
  const most = Math.max(...counts.map((_, each) => sumOfWeekday(counts, each)));
  const y = row * WEEKDAY_ROW;
  return [
    {
      id: `weekday-${String(weekday)}`,
      label: markSaid(weekdayName(weekday, 'long', locale), say(sum)),
      href: hrefOf({ weekday }),
      ...{
        row,
        column: 24,
        x: area.width + 8,
        y,
        width: sumsRight(width) - 8,
        height: WEEKDAY_ROW,
      },
      ...{ isHour: false, radius: 0 },
      path: hasDots(width)
        ? roundEnd(area.width + 10, y + 7, Math.max(2, (36 * sum) / most), 10)
        : '',
    },
  ];
}

function hourSums({ counts, locale, say, hrefOf }: Drawing, area: ChartArea): HourMark[] {
  const across = area.width / 24;
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const most = Math.max(1, ...hours.map((hour) => sumOfHour(counts, hour)));
  const y = 7 * WEEKDAY_ROW + 6;
  return hours.flatMap((hour): HourMark[] => {
    const sum = sumOfHour(counts, hour);
    if (sum === 0) return [];
    const [width, height] = [Math.min(14, across * 0.7), Math.max(2, (32 * sum) / most)];
    const left = (hour + 0.5) * across - width / 2;
    return [
      {
        id: `hour-${String(hour)}`,
        label: markSaid(hourSpan(hour, locale), say(sum)),
        href: hrefOf({ hour }),
        ...{ row: 7, column: hour, x: hour * across, y, width: across, height: SUMS_BELOW - 4 },
        ...{ isHour: false, radius: 0 },
        path: `M${left.toFixed(2)} ${String(y)}h${width.toFixed(2)}v${height.toFixed(2)}h-${width.toFixed(2)}Z`,
      },
    ];
  });
}
