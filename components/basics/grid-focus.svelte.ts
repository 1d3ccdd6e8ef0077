import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { controlAfter, idOf, itemOf, itemsOf, lendFocus, nameOf, takesFocus } from './grid-items';
import { itemAfter, SIDEWAYS, type GridShape } from './grid-keys';
import { isTyping } from './typing';

/** What a list tells of itself. */
export interface FocusedList<Item> {
  /** All in their order, those too that are not drawn now. */
  items: () => readonly Item[];
  idOf: (item: Item) => string;
  /** Where an item stands, or -1: faster than by looking at each, where there are hundreds of thousands. */
  indexOf?: (id: string) => number;
  /** The keys that lead from item to item. */
  keys: readonly string[];
  /** How the items stand, where they do not stand one below the other. */
  rows?: () => Pick<GridShape, 'columns' | 'rowsOnScreen'>;
  /** Where a key leads from an item, where its rows are not all of the same length. */
  after?: typeof itemAfter;
  /** Has an item drawn that is out of view. */
  bringIntoReach?: (index: number) => void;
  /** Gets the keys that lead out of the list. Without it they are the page's. */
  beyond?: (key: string) => void;
}

/** As many frames as an item that was just drawn may need until it can take the focus. */
const PATIENCE = 60;

/**
 * One item of a list can be reached by Tab, keys lead to the others. A virtual list throws away the item that is
 * scrolled out of view, with the focus on it: the list itself has the focus until the item is back.
 */
export class GridFocus<Item> {
  readonly #of: FocusedList<Item>;
  #list: HTMLElement | undefined;
  #id = $state.raw<string | null>(null);
  #isInside = $state.raw(false);
  readonly #items = $derived.by(() => this.#of.items());
  readonly #stop = $derived(
    this.#id !== null && this.#indexOf(this.#id) >= 0 ? this.#id : this.#idAt(0),
  );
  /** The item that has the focus, or had it when it was thrown away. */
  #item: HTMLElement | null = null;
  /** By this name the next item's control is found. */
  #control = '';
  #errand = 0;

  constructor(of: FocusedList<Item>) {
    this.#of = of;
  }

  /** The item that Tab leads to: where the focus is, or was last. */
  get stop(): string | null {
    return this.#stop;
  }

  get isInside(): boolean {
    return this.#isInside;
  }

  /** Follows keys and focus of the list's element. */
  readonly list: Attachment<HTMLElement> = (list) => {
    this.#list = list;
    const endings = [
      on(list, 'keydown', (event) => this.#press(event)),
      on(list, 'focusin', (event) => this.#enter(event.target as HTMLElement)),
      on(list, 'focusout', () => setTimeout(() => this.#leave())),
    ];
    return () => {
      for (const end of endings) end();
      this.#errand += 1;
    };
  };

  /** Follows an item of a virtual list. */
  readonly item: Attachment<HTMLElement> = (item) => {
    const id = untrack(() => this.#id);
    if (id === idOf(item) && this.#hasFocusItself()) this.enter(id, false);
    return () => {
      const isLost = item === this.#item && document.activeElement === document.body;
      if (isLost && this.#list !== undefined) lendFocus(this.#list);
    };
  };

  /** Tab leads here from now on. */
  stopAt(id: string): void {
    this.#id = id;
  }

  /** After a change of the list. Tab leads to an item that can be seen, where the one that it led to is not drawn. */
  settle(): void {
    this.#follow();
    if (this.#drawn(this.#stop) !== undefined) return;
    const inView = itemsOf(this.#list).find((item) => item.getBoundingClientRect().top >= 0);
    if (inView !== undefined) this.#id = idOf(inView);
  }

  /** Leads the keyboard into the list, to this item or the one that it was on last. */
  enter(id = this.#stop, intoView = true): void {
    void this.#focus(id, intoView);
  }

  /** The element that has the focus may show another item by now, and its own stand elsewhere. */
  #follow(): void {
    const isOthers = this.#item !== null && idOf(this.#item) !== this.#id;
    if (isOthers && this.#item?.contains(document.activeElement)) lendFocus(this.#list!);
    if (this.#hasFocusItself() && this.#drawn(this.#id) !== undefined) this.enter(this.#id, false);
  }

  #press(event: KeyboardEvent): void {
    const { key } = event;
    const isHere = itemOf(event.target) !== null || this.#hasFocusItself();
    if (!isHere || !this.#of.keys.includes(key) || isTyping(event)) return;
    const control = this.#controlAfter(key);
    const to = control === null ? this.#idAfter(key) : this.#stop;
    if (to === null && this.#of.beyond === undefined) return;
    event.preventDefault();
    this.#control = control ?? this.#control;
    if (to === null) this.#of.beyond?.(key);
    else void this.#focus(to, true);
  }

  #idAfter(key: string): string | null {
    const at = this.#indexOf(this.#stop ?? '');
    const to = (this.#of.after ?? itemAfter)(key, at, {
      ...(this.#of.rows?.() ?? { columns: 1, rowsOnScreen: 1 }),
      count: this.#items.length,
      isRightToLeft: getComputedStyle(this.#list!).direction === 'rtl',
    });
    return this.#idAt(to ?? -1);
  }

  #idAt(index: number): string | null {
    const item = this.#items[index];
    return item === undefined ? null : this.#of.idOf(item);
  }

  #indexOf(id: string): number {
    const { indexOf, idOf: nameOfItem } = this.#of;
    return indexOf?.(id) ?? this.#items.findIndex((item) => nameOfItem(item) === id);
  }

  /** Where nothing stands beside an item, left and right lead to its next control. */
  #controlAfter(key: string): string | null {
    const columns = this.#of.rows?.().columns ?? 1;
    if (columns > 1 || !SIDEWAYS.includes(key) || this.#item === null) return null;
    return controlAfter(this.#item, this.#control);
  }

  #enter(target: HTMLElement): void {
    // By Tab, and not because its item was thrown away: that one is to stay out of view.
    const isByTab = !this.#isInside && target.matches(':focus-visible');
    this.#isInside = true;
    if (target === this.#list && isByTab) this.enter();
    const item = itemOf(target);
    if (item === null) return;
    this.#item = item;
    this.#id = idOf(item);
    this.#control = nameOf(target);
  }

  #leave(): void {
    if (this.#list?.contains(document.activeElement)) return;
    this.#isInside = false;
    this.#item = null;
    this.#control = '';
    this.#errand += 1;
  }

  /** Waits until the item is drawn and can be seen; a newer errand ends an older one. */
  async #focus(id: string | null, intoView: boolean): Promise<void> {
    if (id === null || this.#indexOf(id) < 0) return;
    const errand = (this.#errand += 1);
    this.#id = id;
    if (this.#drawn(id) === undefined) this.#of.bringIntoReach?.(this.#indexOf(id));
    for (let frame = 0; frame < PATIENCE && errand === this.#errand; frame += 1) {
      const item = this.#drawn(id);
      if (item !== undefined && takesFocus(item, this.#control)) {
        if (intoView) item.scrollIntoView({ block: 'nearest' });
        return;
      }
      await new Promise(requestAnimationFrame);
    }
  }

  #hasFocusItself(): boolean {
    return document.activeElement === this.#list;
  }

  #drawn(id: string | null): HTMLElement | undefined {
    return itemsOf(this.#list).find((item) => idOf(item) === id);
  }
}
