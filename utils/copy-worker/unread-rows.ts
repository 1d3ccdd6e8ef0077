/** A table may lack so much of what is in it. */
const FEW = 0.1;

/** What of a library cannot be read while it is copied, table by table. */
export class UnreadRows {
  readonly #tables = new Map<string, { all: number; unread: number }>();

  note(table: string, all: number, unread: number): void {
    const before = this.#tables.get(table) ?? { all: 0, unread: 0 };
    this.#tables.set(table, { all: before.all + all, unread: before.unread + unread });
  }

  get count(): number {
    return [...this.#tables.values()].reduce((sum, { unread }) => sum + unread, 0);
  }

  /** True where a copy would hold less of a table than lies there, by more than a tenth. */
  get isMuch(): boolean {
    return [...this.#tables.values()].some(({ all, unread }) => unread > all * FEW);
  }
}
