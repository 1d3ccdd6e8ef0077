import type { StagedPlace, StagedTable, StagingDatabase } from '../database/staging';
import { StagedBlocks } from '../database/staged-blocks';
import { keysInPieces, piecesOf, type RowKey } from './library-rows';
import { WriteBehind } from './write-behind';

type Row = object | undefined;

/** So long is the text of a block. Characters. */
const BLOCK = 2 ** 18;

/** The tables of which a library may have thousands of rows. */
const IN_BLOCKS: readonly StagedTable[] = [
  ...(['titles', 'trophySets', 'playedGames', 'playDays', 'setVersions', 'trophyEvents'] as const),
];

interface Known {
  key: RowKey;
  place: StagedPlace;
}

/** The rows of a copy in its staging database, and where each of them lies there. */
export class StagedRows {
  readonly #staging: StagingDatabase;
  readonly #blocks: StagedBlocks;
  readonly #writes = new WriteBehind();
  readonly #known = new Map<StagedTable, Map<string, Known>>();
  #open: { table: StagedTable | null; texts: string[]; length: number } = nothingOpen();
  #number = 0;

  constructor(staging: StagingDatabase) {
    this.#staging = staging;
    this.#blocks = new StagedBlocks(staging);
  }

  async add(table: StagedTable, rows: readonly object[]): Promise<void> {
    if (!IN_BLOCKS.includes(table)) {
      await this.#writes.begin(() => this.#staging.staged(table).bulkPut(rows));
      return;
    }
    if (this.#open.table !== table) await this.#closeBlock();
    this.#open.table = table;
    for (const row of rows) {
      this.#note(table, row);
      const text = JSON.stringify(row);
      this.#open.texts.push(text);
      this.#open.length += text.length;
      if (this.#open.length >= BLOCK) await this.#closeBlock(table);
    }
  }

  /** All of it is stored. */
  async end(): Promise<void> {
    await this.#closeBlock();
    await this.#writes.end();
  }

  /** The keys of a table, some at a time, in the order in which its rows are read the fastest. */
  async *keysInPieces(table: StagedTable): AsyncGenerator<RowKey[], void, void> {
    if (!IN_BLOCKS.includes(table)) yield* keysInPieces(this.#staging, table);
    else
      yield* piecesOf(
        table,
        [...this.#inBlocks(table).values()].map(({ key }) => key),
      );
  }

  rowsOf(table: StagedTable, keys: readonly RowKey[]): PromiseLike<Row[]> {
    if (!IN_BLOCKS.includes(table)) return this.#staging.staged(table).bulkGet([...keys]);
    const places = keys.map((key) => this.placeOf(table, key));
    return this.#blocks.rowsAt(table, places);
  }

  /** Undefined where it is not in a block. */
  placeOf(table: StagedTable, key: RowKey): StagedPlace | undefined {
    return this.#known.get(table)?.get(nameOf(key))?.place;
  }

  /** Of two with one key the later one counts, as in a table. */
  #note(table: StagedTable, row: object): void {
    const { keyPath } = this.#staging.staged(table).schema.primKey;
    const values = [keyPath].flat().map((name) => (row as Record<string, string>)[name ?? '']);
    const key = (typeof keyPath === 'string' ? values[0] : values) as RowKey;
    const place = [this.#number, this.#open.texts.length] as const;
    this.#inBlocks(table).set(nameOf(key), { key, place });
  }

  #inBlocks(table: StagedTable): Map<string, Known> {
    const known = this.#known.get(table) ?? new Map<string, Known>();
    this.#known.set(table, known);
    return known;
  }

  async #closeBlock(next: StagedTable | null = null): Promise<void> {
    const { texts } = this.#open;
    this.#open = { ...nothingOpen(), table: next };
    if (texts.length === 0) return;
    const [n, text] = [this.#number++, `[${texts.join(',')}]`];
    await this.#writes.begin(() => this.#staging.blocks.put(text, n));
  }
}

function nothingOpen(): { table: StagedTable | null; texts: string[]; length: number } {
  return { table: null, texts: [], length: 0 };
}

/** By which a key is found: the browser's own keys are equal where their parts are. */
function nameOf(key: RowKey): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}
