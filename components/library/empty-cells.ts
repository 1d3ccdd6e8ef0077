/** So many cells are empty before the first game of all, or of each of these groups. */
export type EmptyCells = number | ReadonlyMap<string, number>;

export function emptyIn(empty: EmptyCells, key: string): number {
  return typeof empty === 'number' ? 0 : (empty.get(key) ?? 0);
}
