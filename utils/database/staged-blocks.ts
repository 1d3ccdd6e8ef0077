import type { StagedPlace, StagingDatabase } from './staging';

type Row = object | undefined;

/** The block of a table that was read last, and the text of the one after it, which is read meanwhile. */
interface Last {
  n: number;
  rows: Row[];
  next: PromiseLike<string | undefined>;
}

/** Reads rows of a copy out of their blocks. Rows of a table are asked for as they lie there: each block is read once. */
export class StagedBlocks {
  readonly #staging: StagingDatabase;
  readonly #last = new Map<string, Last>();

  constructor(staging: StagingDatabase) {
    this.#staging = staging;
  }

  async rowsAt(table: string, places: readonly (StagedPlace | undefined)[]): Promise<Row[]> {
    const blocks = new Map<number, Row[]>();
    for (const n of new Set(places.flatMap((place) => place?.[0] ?? []))) {
      blocks.set(n, await this.#block(table, n));
    }
    return places.map((place) => place && blocks.get(place[0])?.[place[1]]);
  }

  async #block(table: string, n: number): Promise<Row[]> {
    const last = this.#last.get(table);
    if (last?.n === n) return last.rows;
    const text = await (last?.n === n - 1 ? last.next : this.#textOf(n));
    const next = this.#textOf(n + 1);
    const rows = JSON.parse(text ?? '[]') as Row[];
    this.#last.set(table, { n, rows, next });
    return rows;
  }

  #textOf(n: number): PromiseLike<string | undefined> {
    const reading = this.#staging.blocks.get(n);
    // Whoever waits for it is told.
    reading.catch(() => undefined);
    return reading;
  }
}
