import { onMount } from 'svelte';
import { atRest, interactions } from '../app/interactions';

/** So many pixels are drawn beyond what can be seen, but not before that is seen. */
const AHEAD = 160;
/** A line is less than a card, and is drawn sooner. */
const LINES_AHEAD = 48;

/** How much of a list is drawn beyond what can be seen: nothing before that is seen, nor while a key waits for its frame. */
export class DrawnAhead {
  #isSeen = $state.raw(false);
  #shownFor = $state.raw<unknown>();
  readonly #items: () => unknown;
  readonly #isTable: () => boolean;
  readonly #isAwaited = $derived.by(
    () => !this.#isSeen || (this.#shownFor !== this.#items() && interactions.areAwaited),
  );

  /** Begins with a component. */
  constructor(items: () => unknown, isTable: () => boolean) {
    this.#items = items;
    this.#isTable = isTable;
    onMount(() => void atRest().then(() => (this.#isSeen = true)));
    $effect(() => {
      const of = items();
      if (this.pixels === 0) return interactions.whenShown(() => (this.#shownFor = of));
    });
  }

  get pixels(): number {
    return this.#isAwaited ? 0 : this.#isTable() ? LINES_AHEAD : AHEAD;
  }
}
