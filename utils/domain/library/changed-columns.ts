/** The columns with one more at the end, or one less. */
export function withColumn<Column extends string>(
  columns: readonly Column[],
  column: Column,
  on: boolean,
): readonly Column[] {
  const others = columns.filter((chosen) => chosen !== column);
  return on ? [...others, column] : others;
}

/** The columns with one of them so many places further on, as far as there are any. */
export function movedColumn<Column extends string>(
  columns: readonly Column[],
  column: Column,
  by: -1 | 1,
): readonly Column[] {
  const at = columns.indexOf(column);
  const neighbour = columns[at + by];
  if (at < 0 || neighbour === undefined) return columns;
  return columns.map((each) => (each === column ? neighbour : each === neighbour ? column : each));
}
