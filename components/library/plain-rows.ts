import type { EditionStack } from '../../utils/domain/library/editions';
import { itemAfter, type GridShape } from '../basics/grid-keys';
import { inRows } from './columns';

/** Games in rows of so many, where they are not in groups. */
export class PlainRows {
  readonly rows: EditionStack[][];
  readonly #columns: number;
  readonly #empty: number;

  /** @param empty so many cells of the first row have no game: its games stand at its end */
  constructor(stacks: readonly EditionStack[], columns: number, empty: number) {
    this.rows = inRows(stacks, columns, empty);
    this.#columns = columns;
    this.#empty = empty;
  }

  /** Which line a row is. */
  lineOf(row: number): number {
    return row;
  }

  /** In which cell of its row the first game of a row stands, where that is not the first that is free. */
  fromAt(row: number): number | null {
    return row ? null : this.#empty + 1;
  }

  /** Which game of all is the first of a row. */
  startOf(row: number): number {
    return Math.max(0, row * this.#columns - this.#empty);
  }

  /** In which row a game stands. */
  rowOf(game: number): number {
    return Math.floor((game + this.#empty) / this.#columns);
  }

  /** Where a key leads from one game. */
  after(key: string, game: number, shape: GridShape): number | null {
    const cells = { ...shape, count: shape.count + this.#empty };
    const cell = itemAfter(key, game + this.#empty, cells);
    const to = cell === null ? game : Math.max(0, cell - this.#empty);
    return to === game ? null : to;
  }
}
