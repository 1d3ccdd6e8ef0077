import { tick, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { markAfter, type ChartMark } from './chart-mark';

/** What a chart tells of its marks. */
interface FocusedMarks {
  /** All in their order, those too that are not drawn now. */
  marks: () => readonly ChartMark[];
  /** Has a mark drawn that is out of view. */
  bringIntoReach: (mark: ChartMark) => void;
}

/** One mark of a chart can be reached by Tab, keys lead to the others. Escape leads out, to the figure. */
export class MarkFocus {
  readonly #of: FocusedMarks;
  #list: HTMLElement | undefined;
  #id = $state.raw<string | null>(null);
  #pointedAt = $state.raw<string | null>(null);
  #isRinged = $state.raw(false);
  #isInside = $state.raw(false);
  readonly #marks = $derived.by(() => this.#of.marks());
  readonly #stop = $derived(this.#byId(this.#id) ?? this.#marks[0] ?? null);

  constructor(of: FocusedMarks) {
    this.#of = of;
  }

  /** The mark that Tab leads to. */
  get stop(): ChartMark | null {
    return this.#stop;
  }

  /** The mark that is told of: the one that is pointed at, or that has the focus. */
  get told(): ChartMark | null {
    return this.#byId(this.#pointedAt) ?? (this.#isInside ? this.#stop : null);
  }

  /** The mark around which the focus is seen. */
  get ringed(): ChartMark | null {
    return this.#isInside && this.#isRinged ? this.#stop : null;
  }

  /**
   * Follows keys, focus and pointer around the marks. Not of an element of theirs: Chromium has Tab stop at whatever in
   * an SVG listens to the focus.
   */
  readonly list: Attachment<HTMLElement> = (list) => {
    this.#list = list;
    const endings = [
      on(list, 'keydown', (event) => this.#press(event as KeyboardEvent)),
      on(list, 'focusin', (event) => this.#enter(event.target)),
      on(list, 'focusout', () => (this.#isInside = false)),
      on(list, 'pointerover', (event) => (this.#pointedAt = idAt(event.target))),
      on(list, 'pointerleave', () => (this.#pointedAt = null)),
    ];
    return () => {
      for (const end of endings) end();
    };
  };

  #byId(id: string | null): ChartMark | null {
    return id === null ? null : (this.#marks.find((mark) => mark.id === id) ?? null);
  }

  #enter(target: EventTarget | null): void {
    this.#id = idAt(target);
    this.#isInside = true;
    this.#isRinged = target instanceof Element && target.matches(':focus-visible');
  }

  #press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      this.#list?.closest<HTMLElement>('figure')?.focus({ preventScroll: true });
      return;
    }
    const stop = untrack(() => this.#stop);
    const to = stop === null ? null : markAfter(event.key, stop, this.#marks);
    if (to === null) return;
    event.preventDefault();
    void this.#focus(to);
  }

  async #focus(mark: ChartMark): Promise<void> {
    this.#of.bringIntoReach(mark);
    await tick();
    const link = [...(this.#list?.querySelectorAll<SVGAElement>('[data-mark]') ?? [])].find(
      ({ dataset }) => dataset['mark'] === mark.id,
    );
    link?.focus({ preventScroll: true });
    // No mark wider than its chart: the page moves up and down alone.
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function idAt(target: EventTarget | null): string | null {
  const mark = target instanceof Element ? target.closest<SVGElement>('[data-mark]') : null;
  return mark?.dataset['mark'] ?? null;
}
