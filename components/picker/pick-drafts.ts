import { PickDraft } from './pick-draft.svelte';

/**
 * What was ticked and not saved, of each account that was shown: it outlives a look at another page and at another
 * library, and nobody gets what was somebody else's.
 */
export class PickDrafts {
  readonly #drafts = new Map<string | null, PickDraft>();

  of(accountId: string | null): PickDraft {
    const draft = this.#drafts.get(accountId) ?? new PickDraft();
    this.#drafts.set(accountId, draft);
    return draft;
  }

  /** Where no library is left, nothing is ticked in one. */
  forget(): void {
    this.#drafts.clear();
  }
}
