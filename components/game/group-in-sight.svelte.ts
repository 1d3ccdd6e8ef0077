import { on } from 'svelte/events';

/** Which group of a list is in sight, while the page is scrolled. */
export class GroupInSight {
  #current = $state<string>();
  /** The page has been led somewhere: what it shows then is what was asked for. */
  #isLed = false;
  #frame = 0;
  #list: HTMLElement | null = null;

  get current(): string | undefined {
    return this.#current;
  }

  /** Follows the list, whose groups begin where a `data-group` says so. */
  readonly list = (list: HTMLElement): (() => void) => {
    this.#list = list;
    this.#see(list);
    const end = on(window, 'scroll', () => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        if (!this.#isLed) this.#see(list);
        this.#isLed = false;
      });
    });
    return () => {
      end();
      cancelAnimationFrame(this.#frame);
    };
  };

  /** Leads the page, and the keyboard, to a group. */
  lead(id: string): void {
    const list = this.#list;
    const begin = list && beginningsIn(list).find((each) => each.dataset['group'] === id);
    if (!begin) return;
    const before = scrollY;
    begin.scrollIntoView({ block: 'start', behavior: 'instant' });
    this.#isLed = scrollY !== before;
    this.#current = id;
    begin.nextElementSibling?.querySelector('button')?.focus({ preventScroll: true });
  }

  #see(list: HTMLElement): void {
    const begun = beginningsIn(list).filter((each) => {
      const { scrollMarginTop } = getComputedStyle(each);
      return each.getBoundingClientRect().top <= parseFloat(scrollMarginTop) + 1;
    });
    this.#current = (begun.at(-1) ?? beginningsIn(list)[0])?.dataset['group'];
  }
}

function beginningsIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-group]')];
}
