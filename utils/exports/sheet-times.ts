/** Which clocks the instants of a spreadsheet are written by. */
export const SHEET_TIMES = ['both', 'local', 'utc'] as const;
export type SheetTimes = (typeof SHEET_TIMES)[number];

/** How the names of those columns end, in `games.csv` and in `trophies.csv`. */
const OTHERS = { both: null, local: /(?:_utc|TimeUtc)$/, utc: /(?:_local|TimeLocal)$/ };

/** The columns without those of clocks that nobody wants. */
export function columnsOfTimes<Column extends string>(
  columns: readonly Column[],
  times: SheetTimes,
): Column[] {
  const others = OTHERS[times];
  return columns.filter((column) => others === null || !others.test(column));
}
