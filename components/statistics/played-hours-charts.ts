import { dateOf } from '../../utils/domain/numbers/civil-time';
import {
  monthsBetween,
  weeksBetween,
  yearSpan,
  type DaySpan,
} from '../../utils/domain/numbers/day-spans';
import type { PlayedTime } from '../../utils/domain/numbers/played-time';
import { hoursOf } from '../../utils/domain/numbers/rounding';
import { civilDay, firstWeekday, monthName } from '../../utils/format/calendar-names';
import { statisticsWords as words } from '../../utils/words/statistics';
import type { ChartColumn } from '../charts/column-marks';
import { logOfDays, logOfMonth } from './log-links';
import { monthInFull } from './time-charts';

export type HoursBy = 'week' | 'month';

/** The weeks of a year, the first and the last as far as they are of it, or its months. */
export function unitsOfYear(by: HoursBy, year: number, locale: string): DaySpan[] {
  const { first, last } = yearSpan(year);
  if (by === 'month') return monthsBetween(first, last);
  // Monday is 0 there, and Sunday here.
  const begins = (firstWeekday(locale) + 6) % 7;
  return weeksBetween(first, last, begins).map((week) => ({
    first: Math.max(first, week.first),
    last: Math.min(last, week.last),
  }));
}

/** A column for each; one of which nobody knows is none. */
export function columnsOfHours(
  by: HoursBy,
  played: readonly PlayedTime[],
  { today, locale }: { today: number; locale: string },
): ChartColumn[] {
  return played.map((time) => {
    const { first, last, seconds } = time;
    const { year, month, day } = dateOf(first);
    const monthShortly = monthName(month - 1, 'short', locale);
    const isRunning = first <= today && today <= last;
    const name = by === 'month' ? monthInFull(year, month, locale) : weekName(first, locale);
    return {
      id: String(first),
      name: nameOf(name, time, isRunning),
      ...(by === 'month' ? { short: monthShortly } : { short: String(day), within: monthShortly }),
      values: seconds === null ? null : [hoursOf(seconds)],
      href: by === 'month' ? logOfMonth(year, month) : logOfDays(first, last),
      state: isRunning ? 'running' : time.isEstimated || time.isPartial ? 'estimated' : undefined,
    };
  });
}

/** With why it is hatched. */
function nameOf(name: string, { isEstimated, isPartial }: PlayedTime, isRunning: boolean): string {
  if (isEstimated) return words.playedEstimated({ name });
  return isPartial && !isRunning ? words.playedInPart({ name }) : name;
}

function weekName(first: number, locale: string): string {
  return words.weekOf({ day: civilDay(first, locale) });
}
