import type { WindowVirtualizerHandle } from 'virtua/svelte';
import type { EditionStack } from '../../utils/domain/library/editions';
import type { GameGroup } from '../../utils/domain/library/grouping';
import { emptyIn, type EmptyCells } from './empty-cells';

type Games = readonly EditionStack[];

/** The rows of a list, with what is said of each. */
interface Rows {
  rows: readonly Games[];
  startOf: (row: number) => number;
  fromAt: (row: number) => number | null;
  /** Where games stand in groups. */
  startOfGroup?: (row: number) => number;
  groupAt?: (row: number) => GameGroup | undefined;
  headAt?: (row: number) => GameGroup | undefined;
}

type Drawn = Pick<WindowVirtualizerHandle, 'findItemIndex' | 'getItemOffset'>;

/** Where a game at the beginning of a row stood. */
interface Place {
  row: number;
  /** Of which group, where games stand in groups. */
  group: string | undefined;
  /** Which game it was, of all or of its group. */
  at: number;
  /** How many cells before it in its row. */
  cell: number;
}

/** Those at the upper edge: the one of them that moves least is the one that stays, whichever goes elsewhere. */
const ENOUGH = 3;

/** What is read stays where it is while a sync writes rows above it: by the games at the upper edge, and their rows. */
export class RowsInSight {
  readonly #places = new Map<string, Place>();
  #top = 0;
  #columns = 0;
  #empty: EmptyCells = 0;
  /** The groups that begin in sight, below the upper edge. */
  readonly #begun = new Set<string | undefined>();

  remember(of: Rows, drawn: Drawn, top: number, columns: number): void {
    this.#places.clear();
    this.#begun.clear();
    [this.#top, this.#columns] = [top, columns];
    of.rows.slice(top, top + ENOUGH).forEach(([game], after) => {
      const row = top + after;
      const group = of.groupAt?.(row)?.key;
      const at = of.startOf(row) - (of.startOfGroup?.(row) ?? 0);
      this.#places.set(idOf(game), { row, group, at, cell: (of.fromAt(row) ?? 1) - 1 });
    });
    const last = drawn.findItemIndex(window.scrollY + window.innerHeight);
    for (let row = top + 1; row <= last; row += 1) this.#begun.add(of.headAt?.(row)?.key);
  }

  /**
   * How many cells are to be empty before the first game, so that a card stays where it is in its row too. In groups it
   * is so for each: none where it begins in sight.
   */
  emptyBefore(games: Games | readonly GameGroup[], list: HTMLElement, columns: number): EmptyCells {
    if (columns !== this.#columns || list.getBoundingClientRect().top >= 0) this.#empty = 0;
    else if (isInGroups(games)) this.#empty = this.#emptyInGroups(games);
    else this.#empty = this.#emptyFor(games) ?? (typeof this.#empty === 'number' ? this.#empty : 0);
    return this.#empty;
  }

  /** As they were, where nothing is to change: else all would be drawn anew. */
  #emptyInGroups(groups: readonly GameGroup[]): EmptyCells {
    const before = this.#empty;
    const cells = groups.map(({ key, stacks }): [string, number] => {
      return [
        key,
        this.#begun.has(key) ? 0 : (this.#emptyFor(stacks, key) ?? emptyIn(before, key)),
      ];
    });
    if (cells.every(([, empty]) => empty === 0)) return 0;
    const isSame = cells.every(([key, empty]) => emptyIn(before, key) === empty);
    return isSame ? before : new Map(cells);
  }

  /** Undefined where none of these is at the upper edge. */
  #emptyFor(games: Games, group?: string): number | undefined {
    let least = Infinity;
    let empty: number | undefined;
    games.forEach((game, at) => {
      const place = this.#places.get(idOf(game));
      // One that has come from another group says nothing of this one.
      if (place === undefined || place.group !== group) return;
      if (Math.abs(at - place.at) >= Math.abs(least)) return;
      least = at - place.at;
      const before = (place.cell - at) % this.#columns;
      empty = (before + this.#columns) % this.#columns;
    });
    return empty;
  }

  /** What else is looked for begins where it begins. */
  forget(): void {
    this.#places.clear();
    this.#empty = 0;
  }

  /** Scrolls by as much as they have moved, where the list is scrolled. */
  stay(list: HTMLElement, drawn: Drawn, of: Rows, columns: number): void {
    if (columns !== this.#columns || list.getBoundingClientRect().top >= 0) return;
    const to = this.#top + this.#movedIn(of.rows);
    if (to !== this.#top)
      window.scrollBy(0, drawn.getItemOffset(to) - drawn.getItemOffset(this.#top));
    this.remember(of, drawn, to, columns);
  }

  #movedIn(rows: readonly Games[]): number {
    let least = Infinity;
    rows.forEach((row, at) => {
      for (const game of row) {
        const moved = at - (this.#places.get(idOf(game))?.row ?? Infinity);
        if (Math.abs(moved) < Math.abs(least)) least = moved;
      }
    });
    return Number.isFinite(least) ? least : 0;
  }
}

function isInGroups(games: Games | readonly GameGroup[]): games is readonly GameGroup[] {
  return 'stacks' in (games[0] ?? {});
}

function idOf(stack: EditionStack | undefined): string {
  return stack?.title.npCommunicationId ?? '';
}
