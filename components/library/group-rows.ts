import type { EditionStack } from '../../utils/domain/library/editions';
import type { GameGroup } from '../../utils/domain/library/grouping';
import { itemAfter, type GridShape } from '../basics/grid-keys';
import { inRows } from './columns';
import { emptyIn, type EmptyCells } from './empty-cells';

/** Groups in rows of so many games: each begins a row of its own, with its head above it. */
export class GroupRows {
  readonly rows: EditionStack[][] = [];
  readonly #groups: GameGroup[] = [];
  /** Of each row, which game of all is its first. */
  readonly #starts: number[] = [];
  /** How many heads there are up to each. */
  readonly #heads: number[] = [];
  readonly #empty: EmptyCells;

  /** @param empty so many cells of a group's first row have no game: its games stand at its end */
  constructor(groups: readonly GameGroup[], columns: number, empty: EmptyCells = 0) {
    this.#empty = empty;
    let start = 0;
    for (const [at, group] of groups.entries()) {
      for (const row of inRows(group.stacks, columns, emptyIn(empty, group.key))) {
        this.rows.push(row);
        this.#groups.push(group);
        this.#starts.push(start);
        this.#heads.push(at + 1);
        start += row.length;
      }
    }
  }

  /** Whose row it is. */
  groupAt(row: number): GameGroup | undefined {
    return this.#groups[row];
  }

  /** The group that begins with this row. */
  headAt(row: number): GameGroup | undefined {
    const group = this.#groups[row];
    return group === this.#groups[row - 1] ? undefined : group;
  }

  /** Which line a row is where each head has one of its own, which comes before it. */
  lineOf(row: number): number {
    return row + (this.#heads[row] ?? 0);
  }

  /** In which cell of its row the first game of a row stands, where that is not the first that is free. */
  fromAt(row: number): number | null {
    const group = this.headAt(row);
    return group === undefined ? null : emptyIn(this.#empty, group.key) + 1;
  }

  /** Which game of all is the first of a row's group. */
  startOfGroup(row: number): number {
    return this.startOf(this.#groups.indexOf(this.#groups[row]!));
  }

  /** Which game of all is the first of a row. */
  startOf(row: number): number {
    return this.#starts[row] ?? 0;
  }

  /** In which row a game stands. */
  rowOf(game: number): number {
    let [from, to] = [0, this.#starts.length];
    while (to - from > 1) {
      const middle = (from + to) >>> 1;
      if (this.startOf(middle) <= game) from = middle;
      else to = middle;
    }
    return from;
  }

  /** Where a key leads from one game: up and down into the rows above and below, however long they are. */
  after(key: string, game: number, shape: GridShape): number | null {
    const steps = stepsOf(key, shape.rowsOnScreen);
    if (steps === null) return itemAfter(key, game, shape);
    const row = this.rowOf(game);
    const isPage = Math.abs(steps) > 1;
    const last = this.rows.length - 1;
    const to = isPage ? Math.min(last, Math.max(0, row + steps)) : row + steps;
    const games = this.rows[to]?.length ?? 0;
    if (to === row || games === 0) return null;
    const cell = game - this.startOf(row) + this.#emptyAt(row) - this.#emptyAt(to);
    return this.startOf(to) + Math.min(games - 1, Math.max(0, cell));
  }

  #emptyAt(row: number): number {
    return (this.fromAt(row) ?? 1) - 1;
  }
}

function stepsOf(key: string, rowsOnScreen: number): number | null {
  const page = Math.max(2, rowsOnScreen);
  const steps: Partial<Record<string, number>> = {
    ...{ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page },
  };
  return steps[key] ?? null;
}
