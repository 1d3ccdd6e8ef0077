import { civilDayOf, dateOf } from '../../utils/domain/numbers/civil-time';
import type { HoursOfWeek } from '../../utils/domain/numbers/hours-of-week';
import type { SessionMonth } from '../../utils/domain/numbers/session-months';
import type { TrophyDay } from '../../utils/domain/numbers/trophy-days';
import {
  cumulated,
  monthsOfYear,
  type TrophyYear,
} from '../../utils/domain/numbers/trophies-over-time';
import { monthOfCalendar } from '../../utils/format/civil-days';
import { monthName } from '../../utils/format/calendar-names';
import { statisticsWords as words } from '../../utils/words/statistics';
import type { ChartSeries } from '../charts/chart-figure';
import type { ChartColumn } from '../charts/column-marks';
import type { HeatYear } from '../charts/heat-cells';
import type { StepPoint } from '../charts/step-marks';
import { gradeValues } from './grade-series';
import { logOfMonth, logWith } from './log-links';

export const SECONDS_AN_HOUR = 3_600;

interface MonthColumns {
  series: readonly ChartSeries[];
  locale: string;
  /** Where a month leads: to the log of it, where nothing else is said. */
  hrefOf?: (year: number, month: number) => string;
}

/** A column a month. */
export function columnsOfMonths(
  days: readonly TrophyDay[],
  year: number,
  until: number,
  { series, locale, hrefOf = logOfMonth }: MonthColumns,
): ChartColumn[] {
  return monthsOfYear(days, year, until).map(({ month, earned, isRunning }) => ({
    id: String(month),
    name: monthInFull(year, month, locale),
    short: monthName(month - 1, 'short', locale),
    values: earned === null ? null : gradeValues(earned, series),
    href: hrefOf(year, month),
    state: isRunning ? 'running' : undefined,
  }));
}

/** A column a year. */
export function columnsOfYears(
  years: readonly TrophyYear[],
  series: readonly ChartSeries[],
): ChartColumn[] {
  return years.map((each) => ({
    id: String(each.year),
    name: String(each.year),
    short: String(each.year),
    values: gradeValues(each, series),
    href: logWith({ year: String(each.year) }),
    state: each.isRunning ? 'running' : undefined,
  }));
}

/** Every year, with its days one by one. */
export function heatYearsOf(
  days: readonly TrophyDay[],
  years: readonly { year: number }[],
): HeatYear[] {
  const byYear = new Map(
    years.map(({ year }) => {
      const [firstDay, next] = [year, year + 1].map(newYearOf) as [number, number];
      return [year, { year, firstDay, counts: new Array<number>(next - firstDay).fill(0) }];
    }),
  );
  for (const { day, trophies } of days) {
    const year = byYear.get(dateOf(day).year);
    if (year !== undefined) year.counts[day - year.firstDay] = trophies;
  }
  return [...byYear.values()];
}

interface Growth {
  undated: number;
  /** False where there may be trophies that are not here. */
  isAll: boolean;
}

/** How many trophies there were at the end of each month in which some were earned, and how many came in it. */
export function stepsOfMonths(
  days: readonly TrophyDay[],
  { undated, isAll }: Growth,
  locale: string,
): StepPoint[] {
  const say = isAll ? words.growthPoint : words.growthPointKnown;
  const points: StepPoint[] = [];
  const first = days[0]?.day ?? 0;
  let [yearBefore, before] = [0, undated];
  for (const { year, month, trophies: sum } of monthEnds(days, undated)) {
    const name = monthInFull(year, month, locale);
    const own = sum - before;
    points.push({
      id: `${String(year)}-${String(month)}`,
      name,
      at: civilDayOf({ year, month, day: 1 }),
      ...{ value: sum, own, label: say({ sum, month: name, own }, locale) },
      href: logOfMonth(year, month),
      axis: year === yearBefore ? undefined : yearOnAxis(year, first),
    });
    [yearBefore, before] = [year, sum];
  }
  return points;
}

/** Of each month with a trophy what there was after the last of its days. */
function monthEnds(
  days: readonly TrophyDay[],
  undated: number,
): { year: number; month: number; trophies: number }[] {
  const ends = new Map<string, { year: number; month: number; trophies: number }>();
  for (const { day, trophies } of cumulated(days, undated)) {
    const { year, month } = dateOf(day);
    ends.set(`${String(year)}-${String(month)}`, { year, month, trophies });
  }
  return [...ends.values()];
}

/** Where a year begins, not where its first trophy is; of the first year the axis has no more than its end. */
function yearOnAxis(year: number, firstDay: number): StepPoint['axis'] {
  const { year: firstYear, month } = dateOf(firstDay);
  const start = civilDayOf({ year: firstYear, month, day: 1 });
  return { at: Math.max(newYearOf(year), start), name: String(year) };
}

/** The hours of the week from Sunday on, as the grid has them. */
export function fromSunday({ cells }: HoursOfWeek): number[][] {
  return [...cells.slice(6), ...cells.slice(0, 6)];
}

function newYearOf(year: number): number {
  return civilDayOf({ year, month: 1, day: 1 });
}

/** A column a month, with the hours of its sessions; null where nothing is known of the month yet. */
export function columnsOfSessions(
  months: readonly SessionMonth[],
  { year, until, locale }: { year: number; until: number; locale: string },
): ChartColumn[] {
  const now = dateOf(until);
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const seconds = months.find((each) => each.month === month)?.seconds ?? 0;
    const isRunning = year === now.year && month === now.month;
    const isAhead = year > now.year || (year === now.year && month > now.month);
    return {
      id: String(month),
      name: monthInFull(year, month, locale),
      short: monthName(index, 'short', locale),
      // Minutes are something too.
      values: isAhead && seconds === 0 ? null : [seconds / SECONDS_AN_HOUR],
      href: logOfMonth(year, month),
      state: isRunning ? 'running' : undefined,
    };
  });
}

/** A month, from 1, for example `March 2026`. */
export function monthInFull(year: number, month: number, locale: string): string {
  return monthOfCalendar(civilDayOf({ year, month, day: 1 }), locale);
}
