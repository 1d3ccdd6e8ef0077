import type { LeftOut } from '../../utils/domain/numbers/titles-to-count';

const NOTHING: LeftOut = { hidden: false, otherEditions: false };

/** What the statistics leave out while their page is open: what leads from it leads to what it counts. */
class LeftOutOfLinks {
  #page = $state.raw<() => LeftOut>(() => NOTHING);

  get current(): LeftOut {
    return this.#page();
  }

  /** Hands back what ends it. */
  follow(page: () => LeftOut): () => void {
    this.#page = page;
    return () => {
      if (this.#page === page) this.#page = () => NOTHING;
    };
  }
}

export const leftOutOfLinks = new LeftOutOfLinks();
