import type { ListColumn } from './list-columns';

/** The columns with one more at the end, or one less. */
export function withColumn(
  columns: readonly ListColumn[],
  column: ListColumn,
  on: boolean,
): readonly ListColumn[] {
  const others = columns.filter((chosen) => chosen !== column);
  return on ? [...others, column] : others;
}

/** The columns with one of them so many places further on, as far as there are any. */
export function movedColumn(
  columns: readonly ListColumn[],
  column: ListColumn,
  by: -1 | 1,
): readonly ListColumn[] {
  const at = columns.indexOf(column);
  const neighbour = columns[at + by];
  if (at < 0 || neighbour === undefined) return columns;
  return columns.map((each) => (each === column ? neighbour : each === neighbour ? column : each));
}
