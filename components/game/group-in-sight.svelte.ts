import { on } from 'svelte/events';

/** Which group of a list is in sight, while the page is scrolled. */
export class GroupInSight {
  #current = $state<string>();
  /** Where the page has been led to: as long as it stays there, that is what it shows. */
  #led: { id: string; scrollY: number } | null = null;
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
      this.#frame = requestAnimationFrame(() => this.#see(list));
    });
    // Another filter has other groups, and nothing is scrolled by it.
    const changes = new MutationObserver(() => this.#see(list));
    changes.observe(list, { childList: true });
    return () => {
      end();
      changes.disconnect();
      cancelAnimationFrame(this.#frame);
    };
  };

  /** Leads the page, and the keyboard, to a group. */
  lead(id: string): void {
    const list = this.#list;
    const begin = list && beginningsIn(list).find((each) => each.dataset['group'] === id);
    if (!begin) return;
    // The way there is as long as its rows are high, which is only guessed of those that were never in sight.
    list.style.setProperty('--rows', 'visible');
    begin.scrollIntoView({ block: 'start', behavior: 'instant' });
    this.#led = { id, scrollY };
    this.#current = id;
    begin.nextElementSibling?.querySelector('button')?.focus({ preventScroll: true });
  }

  #see(list: HTMLElement): void {
    const all = beginningsIn(list);
    // The last groups may end before they reach the top.
    const led = all.find((each) => each.dataset['group'] === this.#led?.id);
    if (led !== undefined && Math.abs((this.#led?.scrollY ?? NaN) - scrollY) < 1) {
      this.#current = this.#led?.id;
      return;
    }
    const begun = all.filter((each) => {
      const { scrollMarginTop } = getComputedStyle(each);
      return each.getBoundingClientRect().top <= parseFloat(scrollMarginTop) + 1;
    });
    this.#current = (begun.at(-1) ?? all[0])?.dataset['group'];
  }
}

function beginningsIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-group]')];
}
