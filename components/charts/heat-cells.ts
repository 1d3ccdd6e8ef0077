import { shadeOf } from '../../utils/domain/numbers/calendar-shades';
import { civilDayOf, dateOf, weekdayOf } from '../../utils/domain/numbers/civil-time';
import { civilDayInFull } from '../../utils/format/calendar-names';
import { markSaid } from '../../utils/words/charts';
import { roundCell } from './bar-shapes';
import type { ChartMark } from './chart-mark';

/** A year of days. */
export interface HeatYear {
  year: number;
  /** 1 January, in days since 1970. */
  firstDay: number;
  /** How many on each day, from 1 January to 31 December. */
  counts: readonly number[];
}

export interface HeatMark extends ChartMark {
  step: number;
}

/** One day as it is drawn. */
interface Cell {
  day: number;
  count: number;
  row: number;
  column: number;
  x: number;
  y: number;
}

/** How the days stand at a width. */
export interface HeatLayout {
  /** `months`: a row a month. `weeks`: a column a week, of one year or of several side by side. */
  form: 'months' | 'weeks';
  years: number;
  /** From a day to the next, and how much of it is drawn. */
  across: number;
  down: number;
  cellWidth: number;
  cellHeight: number;
  /** How wide a year is, with its names. */
  yearWidth: number;
  height: number;
}

export const HEAT_HEAD = 22;
export const HEAT_NAMES = 34;
const [NARROW, WIDE] = [600, 1_800];
const WEEKS = 54;
const BETWEEN_YEARS = 36;

export function heatLayout(width: number): HeatLayout {
  if (width < NARROW) {
    const across = (width - HEAT_NAMES) / 31;
    const cells = { across, down: 17, cellWidth: across - 1.5, cellHeight: 14.5 };
    return { form: 'months', years: 1, ...cells, yearWidth: width, height: HEAT_HEAD + 12 * 17 };
  }
  const years = width >= WIDE ? 3 : 1;
  const yearWidth = (width - (years - 1) * BETWEEN_YEARS) / years;
  const across = Math.min(32, (yearWidth - HEAT_NAMES) / WEEKS);
  const gap = across < 12 ? 2 : 3;
  return {
    form: 'weeks',
    years,
    across,
    down: across,
    cellWidth: across - gap,
    cellHeight: across - gap,
    yearWidth: yearWidth + BETWEEN_YEARS,
    height: Math.ceil(HEAT_HEAD + 7 * across + (years > 1 ? 22 : 0)),
  };
}

/**
 * The days of a year up to the last that is known: what comes later is not empty. A trophy of a later day is there
 * already, where clocks or zones differ.
 */
export function heatCells(
  { firstDay, counts }: HeatYear,
  layout: HeatLayout,
  { until, weekStart }: { until: number; weekStart: number },
): Cell[] {
  return counts.flatMap((count, index) => {
    const day = firstDay + index;
    if (day > until && count === 0) return [];
    const [row, column] =
      layout.form === 'months' ? inMonth(day) : inWeek(firstDay, index, weekStart);
    return [{ day, count, row, column, x: column * layout.across, y: row * layout.down }];
  });
}

function inMonth(day: number): [row: number, column: number] {
  const date = dateOf(day);
  return [date.month - 1, date.day - 1];
}

function inWeek(firstDay: number, index: number, weekStart: number): [number, number] {
  // A week begins with a day that is counted from Sunday, as browsers count.
  const before = (weekdayOf(firstDay) + 8 - weekStart) % 7;
  return [(index + before) % 7, Math.floor((index + before) / 7)];
}

/** In which column of weeks each month begins. */
export function monthColumns({ firstDay }: HeatYear, year: number, weekStart: number): number[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = civilDayOf({ year, month: month + 1, day: 1 });
    const [row, column] = inWeek(firstDay, first - firstDay, weekStart);
    return row === 0 ? column : column + 1;
  });
}

/** Days with nothing, in one path. */
export function emptyCells(cells: readonly Cell[], layout: HeatLayout): string {
  return cells
    .filter(({ count }) => count === 0)
    .map(({ x, y }) => roundCell(x, y, layout.cellWidth, layout.cellHeight))
    .join('');
}

/** Days with something, in their order. */
export function heatMarks(
  cells: readonly Cell[],
  layout: HeatLayout,
  of: {
    shift: number;
    locale: string;
    say: (count: number) => string;
    hrefOf: (day: number) => string;
  },
): HeatMark[] {
  return cells
    .filter(({ count }) => count > 0)
    .map(({ day, count, row, column, x, y }) => ({
      id: String(day),
      label: markSaid(civilDayInFull(day, of.locale), of.say(count)),
      href: of.hrefOf(day),
      row,
      column: column + Math.round(of.shift / layout.across),
      x: x + of.shift,
      y,
      width: layout.cellWidth,
      height: layout.cellHeight,
      step: shadeOf(count),
    }));
}
