import type { z } from 'zod/mini';

/** Which rows a table of a file has. */
interface TableForm {
  /** No other column goes in, and none is read. */
  columns: readonly string[];
  schema: z.ZodMiniType;
}

/** What a kind of file holds. */
export interface CopyForm<Name extends string = string> {
  /** Its name in the first line. */
  schema: string;
  /** Which this build writes; it reads every earlier one. */
  version: number;
  tables: Record<Name, TableForm>;
  /** From each earlier version to the one after it: a row as that one would have written it. */
  forward: Record<number, (table: string, row: unknown) => unknown>;
}

/** Some rows of one table. */
export interface TableRows<Name extends string = string> {
  table: Name;
  rows: readonly unknown[];
}

/** The row with these columns and no others; one that it lacks is left out. */
export function withColumns(row: unknown, columns: readonly string[]): Record<string, unknown> {
  const from = row as Record<string, unknown>;
  const chosen: Record<string, unknown> = {};
  for (const column of columns) {
    if (Object.hasOwn(from, column)) chosen[column] = from[column];
  }
  return chosen;
}

/** A row of an earlier version as this one has it. */
export function broughtForward(
  { version, forward }: Pick<CopyForm, 'version' | 'forward'>,
  from: number,
  table: string,
  row: unknown,
): unknown {
  let now = row;
  for (let at = from; at < version; at++) now = forward[at]?.(table, now) ?? now;
  return now;
}
