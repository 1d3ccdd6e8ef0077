import {
  NOTHING_TOUCHED,
  withChoice,
  withoutSaved,
  type Touched,
} from '../../utils/domain/library/touched';
import type { Choice } from '../../utils/domain/library/title';

/** What the player has chosen and not saved yet. Other pages and live changes take nothing of it away. */
export class PickDraft {
  #touched = $state.raw(NOTHING_TOUCHED);

  get touched(): Touched {
    return this.#touched;
  }

  choose(ids: readonly string[], choice: Choice): void {
    this.#touched = withChoice(this.#touched, ids, choice);
  }

  saved(saved: Touched): void {
    this.#touched = withoutSaved(this.#touched, saved);
  }
}
