import { untrack } from 'svelte';
import type { Route } from './hash-route.svelte';

/** Says to those who hear the page that it is another one now. */
export class PageArrival {
  /** Opening the page is no arrival: the focus stays where the browser puts it. */
  #visits = 0;

  /** @param arriving is told where */
  constructor(route: () => Route, arriving: (to: Route) => void) {
    $effect(() => {
      const to = route();
      this.#visits += 1;
      if (this.#visits === 1) return;
      untrack(() => {
        arriving(to);
        this.#arriveAt(to);
      });
    });
  }

  /** Leads the keyboard to what is drawn now, where it is nowhere. */
  readonly focus = (): void => {
    // In the library the row of the game that was looked at may have taken the focus already.
    if (this.#visits > 1 && document.activeElement === document.body) focusHeading();
  };

  /** The library finds its own place again, and the guide goes to what is asked for. */
  #arriveAt(to: Route): void {
    if (to.name === 'guide' && to.anchor !== undefined) return;
    if (to.name !== 'library') window.scrollTo(0, 0);
    this.focus();
  }
}

export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
