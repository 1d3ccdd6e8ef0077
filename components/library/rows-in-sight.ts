import type { WindowVirtualizerHandle } from 'virtua/svelte';
import type { EditionStack } from '../../utils/domain/library/editions';

type Rows = readonly (readonly EditionStack[])[];

/** Those at the upper edge: the one of them that moves least is the one that stays, whichever goes elsewhere. */
const ENOUGH = 3;

/** What is read stays where it is while a sync writes rows above it: by the games at the upper edge, and their rows. */
export class RowsInSight {
  #places = new Map<string, number>();
  #top = 0;
  #columns = 0;

  remember(rows: Rows, top: number, columns: number): void {
    const first = rows.slice(top, top + ENOUGH);
    this.#places = new Map(first.map(([game], at) => [idOf(game), top + at]));
    this.#top = top;
    this.#columns = columns;
  }

  /** What else is looked for begins where it begins. */
  forget(): void {
    this.#places.clear();
  }

  /** Scrolls by as much as they have moved, where the list is scrolled. */
  stay(list: HTMLElement, drawn: WindowVirtualizerHandle, rows: Rows, columns: number): void {
    if (columns !== this.#columns || list.getBoundingClientRect().top >= 0) return;
    const moved = this.#movedIn(rows);
    if (moved === 0) return;
    const to = this.#top + moved;
    window.scrollBy(0, drawn.getItemOffset(to) - drawn.getItemOffset(this.#top));
    this.remember(rows, to, columns);
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
