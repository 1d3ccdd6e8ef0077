import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/** How much of what is in sight goes out of it by one step: something stays, to go on from. */
const STEP = 0.8;

/** The ends of a list that is wider than its place: where it goes on, and a way there for a mouse that only turns up and down. */
export class SidewaysEnds {
  #before = $state(false);
  #after = $state(false);
  #list: HTMLElement | null = null;

  get before(): boolean {
    return this.#before;
  }

  get after(): boolean {
    return this.#after;
  }

  readonly list: Attachment<HTMLElement> = (list) => {
    this.#list = list;
    const see = (): void => this.see();
    const observer = new ResizeObserver(see);
    observer.observe(list);
    const end = on(list, 'scroll', see, { passive: true });
    return () => {
      observer.disconnect();
      end();
      this.#list = null;
    };
  };

  /** Once more, where what is in it has changed. */
  see(): void {
    const list = this.#list;
    if (list === null) return;
    // From right to left it is counted below zero.
    const at = Math.abs(list.scrollLeft);
    this.#before = at > 1;
    this.#after = at + list.clientWidth < list.scrollWidth - 1;
  }

  /** One step towards an end. */
  go(to: 'before' | 'after'): void {
    const list = this.#list;
    if (list === null) return;
    const forwards = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    list.scrollLeft += (to === 'after' ? forwards : -forwards) * list.clientWidth * STEP;
    this.see();
  }
}
