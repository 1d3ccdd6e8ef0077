import type { WindowVirtualizerHandle } from 'virtua/svelte';
import type { EditionStack } from '../../utils/domain/library/editions';

type Rows = readonly (readonly EditionStack[])[];

/** How many there are in a row, and how many are empty before the first game. */
interface CellsOfRows {
  columns: number;
  empty: number;
}

/** Those at the upper edge: the one of them that moves least is the one that stays, whichever goes elsewhere. */
const ENOUGH = 3;

/** What is read stays where it is while a sync writes rows above it: by the games at the upper edge, and their rows. */
export class RowsInSight {
  #places = new Map<string, number>();
  #top = 0;
  #of: CellsOfRows = { columns: 0, empty: 0 };

  remember(rows: Rows, top: number, of: CellsOfRows): void {
    const first = rows.slice(top, top + ENOUGH);
    this.#places = new Map(first.map(([game], at) => [idOf(game), top + at]));
    this.#top = top;
    this.#of = of;
  }

  /**
   * How many cells are to be empty before the first game, so that a card stays where it is in its row too: none where
   * that row is in sight.
   */
  emptyBefore(games: readonly EditionStack[], list: HTMLElement, columns: number): number {
    if (columns !== this.#of.columns || list.getBoundingClientRect().top >= 0) return 0;
    const { empty } = this.#of;
    let least = Infinity;
    games.forEach((game, at) => {
      const before = (this.#places.get(idOf(game)) ?? Infinity) * columns - empty;
      const moved = at - Math.max(0, before);
      if (Math.abs(moved) < Math.abs(least)) least = moved;
    });
    if (!Number.isFinite(least)) return empty;
    return (((empty - least) % columns) + columns) % columns;
  }

  /** What else is looked for begins where it begins. */
  forget(): void {
    this.#places.clear();
  }

  /** Scrolls by as much as they have moved, where the list is scrolled. */
  stay(list: HTMLElement, drawn: WindowVirtualizerHandle, rows: Rows, of: CellsOfRows): void {
    if (of.columns !== this.#of.columns || list.getBoundingClientRect().top >= 0) return;
    const to = this.#top + this.#movedIn(rows);
    if (to !== this.#top)
      window.scrollBy(0, drawn.getItemOffset(to) - drawn.getItemOffset(this.#top));
    this.remember(rows, to, of);
  }

  #movedIn(rows: Rows): number {
    let least = Infinity;
    rows.forEach((row, at) => {
      for (const game of row) {
        const moved = at - (this.#places.get(idOf(game)) ?? Infinity);
        if (Math.abs(moved) < Math.abs(least)) least = moved;
      }
    });
    return Number.isFinite(least) ? least : 0;
  }
}

function idOf(stack: EditionStack | undefined): string {
  return stack?.title.npCommunicationId ?? '';
}
