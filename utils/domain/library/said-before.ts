/**
 * A row of Sony's with what it leaves out, or says in no way that can be read, as it was said before: for example the
 * name of a game, which is no other one because of that.
 */
export function withSaidBefore<Row extends object>(
  row: Row,
  before: Row | null | undefined,
  fields: readonly (keyof Row)[],
): Row {
  const unsaid = before ? fields.filter((field) => isUnsaid(row[field])) : [];
  if (!before || unsaid.length === 0) return row;
  return { ...row, ...Object.fromEntries(unsaid.map((field) => [field, before[field]])) };
}

function isUnsaid(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
