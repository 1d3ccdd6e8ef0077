import { whenPainted } from './interactions';

/** How much of a long page is drawn: what is seen first at once, then a step more with each frame. */
export class DrawnSteps {
  readonly #all: number;
  #drawn = $state(0);

  /**
   * @param all how many steps there are beside what is drawn at once
   * @param mayBegin whether what is drawn at once is there
   */
  constructor(all: number, mayBegin = () => true) {
    this.#all = all;
    $effect(() => {
      if (this.areAllDrawn || !mayBegin()) return;
      return whenPainted(() => (this.#drawn += 1));
    });
  }

  /** Whether a step is drawn; the first one is 1. */
  has(step: number): boolean {
    return this.#drawn >= step;
  }

  get areAllDrawn(): boolean {
    return this.has(this.#all);
  }

  /** For who wants to go further down: all of it now. */
  drawAll(): void {
    this.#drawn = this.#all;
  }
}
