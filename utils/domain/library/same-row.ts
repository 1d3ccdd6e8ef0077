/**
 * True where a row says nothing else than what is stored of it, whatever else is stored beside it: by the equality of
 * every field, never by "newer". No clock is trusted.
 */
export function isSameRow<Row extends object>(stored: Row, row: Row): boolean {
  return (Object.keys(row) as (keyof Row)[]).every((field) => isSame(stored[field], row[field]));
}

/** True where both say the same, and nothing besides; also where neither is there. */
export function isEqualRow(one: object = {}, other: object = {}): boolean {
  return isSameRow(one, other) && isSameRow(other, one);
}

/** Lists and objects by what is in them, in whatever order their fields were written. */
function isSame(one: unknown, other: unknown): boolean {
  if (!isComposite(one) || !isComposite(other)) return one === other;
  const fields = Object.keys(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every((field) => isSame(one[field], other[field]))
  );
}

function isComposite(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
