/** What a list of rows tells of itself. */
export interface RovingRows {
  /** All rows in their order, those too that are not drawn now. */
  ids: () => readonly string[];
  /** Has a row drawn that is out of view. */
  bringIntoReach: (index: number) => void;
}

/** As many frames as a row that was just drawn may need until it can take the focus. */
const PATIENCE = 60;

/**
 * One row of a long list can be reached by Tab, the arrow keys lead to the others. A virtual list throws away the
 * row that is scrolled out of view, with the focus on it: the list itself holds the focus until the row is back.
 */
export class RovingFocus {
  readonly #rows: RovingRows;
  #grid: HTMLElement | undefined;
  #id = $state.raw<string | null>(null);
  #isInside = $state.raw(false);
  /** The row that has the focus, or had it when it was thrown away. */
  #row: HTMLElement | null = null;
  /** Which control of a row it is: the tick or the button. */
  #column = 0;
  #errand = 0;

  constructor(rows: RovingRows) {
    this.#rows = rows;
  }

  /** The row that the focus is on, or was on last. */
  get id(): string | null {
    return this.#id;
  }

  get isInside(): boolean {
    return this.#isInside;
  }

  /** Follows keys and focus of the list's element. Returns what ends it. */
  follow(grid: HTMLElement): () => void {
    this.#grid = grid;
    const ending = new AbortController();
    const { signal } = ending;
    grid.addEventListener('keydown', (event) => this.#press(event), { signal });
    grid.addEventListener('focusin', (event) => this.#enter(event.target as HTMLElement), {
      signal,
    });
    grid.addEventListener('focusout', () => setTimeout(() => this.#leave()), { signal });
    return () => ending.abort();
  }

  /** Follows a row that is drawn. Returns what ends it. */
  followRow(row: HTMLElement, id: string): () => void {
    row.dataset['row'] = id;
    if (id === this.#id && document.activeElement === this.#grid) void this.#focus(id, false);
    return () => {
      const lost = row === this.#row && document.activeElement === document.body;
      if (lost) this.#grid?.focus({ preventScroll: true });
    };
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const ids = this.#rows.ids();
    const at = Math.max(0, ids.indexOf(this.#id ?? ''));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (to === undefined && !sideways) return;
    event.preventDefault();
    if (sideways) this.#column = 1 - this.#column;
    void this.#focus(ids[Math.min(ids.length - 1, Math.max(0, to ?? at))], true);
  }

  #enter(target: HTMLElement): void {
    const row = target.closest<HTMLElement>('[role=row]');
    this.#isInside = true;
    if (row === null) {
      // By Tab, and not because its row was thrown away: that one is to stay out of view.
      if (this.#row === null && target.matches(':focus-visible')) this.#goIn();
      return;
    }
    this.#row = row;
    this.#id = row.dataset['row'] ?? null;
    this.#column = Math.max(0, controlsOf(row).indexOf(target));
  }

  #goIn(): void {
    const ids = this.#rows.ids();
    this.#column = 0;
    void this.#focus(ids.includes(this.#id ?? '') ? this.#id! : ids[0], true);
  }

  #leave(): void {
    if (this.#grid?.contains(document.activeElement)) return;
    this.#isInside = false;
    this.#row = null;
    this.#errand += 1;
  }

  /** Waits until the row is drawn and can be seen; a newer errand ends an older one. */
  async #focus(id: string | undefined, intoView: boolean): Promise<void> {
    if (id === undefined) return;
    const errand = (this.#errand += 1);
    this.#id = id;
    if (this.#drawn(id) === undefined) this.#rows.bringIntoReach(this.#rows.ids().indexOf(id));
    for (let frame = 0; frame < PATIENCE && errand === this.#errand; frame += 1) {
      const row = this.#drawn(id);
      const control = row === undefined ? undefined : controlsOf(row)[this.#column];
      control?.focus({ preventScroll: true });
      if (control !== undefined && document.activeElement === control) {
        if (intoView) row?.scrollIntoView({ block: 'nearest' });
        return;
      }
      await new Promise(requestAnimationFrame);
    }
  }

  #drawn(id: string): HTMLElement | undefined {
    const rows = this.#grid?.querySelectorAll<HTMLElement>('[role=row]') ?? [];
    return [...rows].find((row) => row.dataset['row'] === id);
  }
}

function controlsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('input, button')];
}
