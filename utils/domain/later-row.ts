/** What a row's place in an order goes by, the first where they differ. */
type Rank<Row> = (row: Row) => number | string | null;

/**
 * The later of two rows: not known comes before anything, and what all ranks leave open the whole of what the rows say
 * decides. So the latest of many is the same one in whatever order they are compared.
 */
export function laterRow<Row>(one: Row, other: Row, ranks: readonly Rank<Row>[]): Row {
  for (const rank of [...ranks, sayingOf]) {
    const [left, right] = [rank(one), rank(other)];
    if (left !== right) return isBefore(left, right) ? other : one;
  }
  return one;
}

function isBefore(one: number | string | null, other: number | string | null): boolean {
  return one === null || (other !== null && one < other);
}

/** Everything that a value says as one text, in whatever order its fields were written. */
export function sayingOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    const isRecord = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isRecord ? Object.fromEntries(Object.entries(part).sort(byName)) : part;
  });
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
