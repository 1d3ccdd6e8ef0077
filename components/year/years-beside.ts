import type { YearRow } from '../../utils/exports/year-file';
import { monthName } from '../../utils/format/calendar-names';
import type { ChartRow } from '../charts/row-marks';

/** A year of the library that is shown, and what is missing in it, where something is. */
export interface OwnYear {
  row: YearRow;
  coverage: string | undefined;
}

/** One year has more of something than another, whatever is not known of that. */
export function isSurelyMore(one: number, than: number, [own, other]: [YearRow, YearRow]): boolean {
  return one > than && !other.isAtLeast && tellsAsFar(other, own);
}

function tellsAsFar(year: YearRow, as: YearRow): boolean {
  if (!year.isRunning) return true;
  return year.until !== undefined && as.until !== undefined && year.until >= as.until;
}

/** Trophies of each month of which one of the years tells; of none that is known nobody knows that it is none. */
export function monthRows(years: readonly YearRow[], locale: string): ChartRow[] {
  return Array.from({ length: 12 }, (_, month) => month).flatMap((month) => {
    if (years.every(({ months }) => (months[month] ?? null) === null)) return [];
    const values = years.map(({ months, isAtLeast }) => {
      const value = months[month] ?? null;
      return isAtLeast && value === 0 ? null : value;
    });
    return [{ id: String(month), name: monthName(month, 'short', locale), values }];
  });
}
