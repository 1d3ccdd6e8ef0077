import { readInPlace, UNREADABLE_PART } from '../schema/read-in-place';
import { broughtForward, withColumns, type CopyForm, type TableRows } from './copy-form';
import type { CopyHead } from './copy-head';
import { CopyRefused, type CopyRefusal } from './copy-refusal';
import { unsoundnessOf } from './sound-value';

/** The rows of one file, as far as they were read. */
export class CopyRows<Name extends string> {
  readonly #form: CopyForm<Name>;
  readonly #depth: number;
  readonly #readers: Map<string, (row: unknown) => unknown>;
  /** How many could be read, and how many could not. */
  readonly read: Map<string, number>;
  readonly unreadable: Map<string, number>;

  constructor(form: CopyForm<Name>, depth: number) {
    this.#form = form;
    this.#depth = depth;
    const tables = Object.entries<CopyForm['tables'][string]>(form.tables);
    this.#readers = new Map(tables.map(([name, { schema }]) => [name, readInPlace(schema)]));
    this.read = new Map(tables.map(([name]) => [name, 0]));
    this.unreadable = new Map(this.read);
  }

  /** What can be read of these lines, in their order. A row that cannot costs itself only. */
  from(head: CopyHead, lines: readonly string[]): TableRows<Name>[] {
    const found: { table: Name; rows: unknown[] }[] = [];
    for (const line of lines) {
      const [table, row] = this.#rowIn(head, line);
      const isRead = row !== UNREADABLE_PART;
      const counted = isRead ? this.read : this.unreadable;
      counted.set(table, (counted.get(table) ?? 0) + 1);
      if (!isRead) continue;
      const last = found.at(-1);
      if (last?.table === table) last.rows.push(row);
      else found.push({ table, rows: [row] });
    }
    return found;
  }

  #rowIn(head: CopyHead, line: string): [table: Name, row: unknown] {
    const value = valueOf(line, 'damaged');
    // The line itself is one.
    const unsound = unsoundnessOf(value, this.#depth + 1);
    if (unsound !== null) throw new CopyRefused(unsound);
    const [table, row] = Array.isArray(value) ? (value as unknown[]) : [];
    if (!this.#isTable(table) || !head.tables.includes(table)) throw new CopyRefused('damaged');
    const forward = broughtForward(this.#form, head.version, table, row);
    const read = this.#readers.get(table)?.(forward);
    if (read === UNREADABLE_PART) return [table, read];
    return [table, withColumns(read, this.#form.tables[table].columns)];
  }

  #isTable(name: unknown): name is Name {
    return typeof name === 'string' && this.#readers.has(name);
  }
}

/** What a line says. */
export function valueOf(line: string, refusal: CopyRefusal): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new CopyRefused(refusal);
  }
}
