import {
  changesIn,
  choiceOf,
  fixing,
  inFixedOrder,
  filtered,
  NO_FILTER,
  pickablesAt,
  platformsIn,
  rangeTo,
  type FixedOrder,
  type Pickable,
  type PickCounts,
  type PickFilter,
} from '../../utils/domain/library/picking';
import type { Choice, LibraryTitle } from '../../utils/domain/library/title';
import type { PickDraft } from './pick-draft.svelte';

/** What the list is made of. */
export interface PickSources {
  titles: () => readonly LibraryTitle[];
  /** The player has picked games, or said that there are none to pick. */
  hasChosen: () => boolean;
  draft: () => PickDraft;
  /** In milliseconds since 1970: which games were played lately does not change under the player's eyes. */
  openedAt: number;
}

/** The games to pick from, what is shown of them, what is ticked and what that costs. */
export class PickList {
  readonly #sources: PickSources;
  readonly #pickables: ReturnType<typeof pickablesAt>;
  #filter = $state.raw(NO_FILTER);
  #fixed = $state.raw<FixedOrder | null>(null);
  #anchor: string | null = null;

  readonly #all = $derived.by(() => {
    const { titles, hasChosen } = this.#sources;
    return this.#pickables(titles(), hasChosen());
  });
  readonly #inOrder = $derived(inFixedOrder(this.#all, this.#fixed));
  readonly #filtered = $derived(filtered(this.#inOrder, this.#touched, this.#filter, this.#fixed));
  readonly #ticked = $derived(this.#all.filter((each) => this.choiceOf(each) === 'picked'));
  readonly #requests = $derived(this.#ticked.reduce((sum, { requests }) => sum + requests, 0));
  readonly #platforms = $derived(platformsIn(this.#all));

  constructor(sources: PickSources) {
    this.#sources = sources;
    this.#pickables = pickablesAt(sources.openedAt);
  }

  get #touched() {
    return this.#sources.draft().touched;
  }

  get visible(): readonly Pickable[] {
    return this.#filtered.visible;
  }

  get counts(): PickCounts {
    return this.#filtered.counts;
  }

  get platforms(): readonly string[] {
    return this.#platforms;
  }

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  get tickedCount(): number {
    return this.#ticked.length;
  }

  /** Requests to Sony that the ticked games still need. */
  get requests(): number {
    return this.#requests;
  }

  /** True where the player has changed something that is not saved. */
  get isUnsaved(): boolean {
    return this.#all.some((each) => this.choiceOf(each) !== each.chosen);
  }

  /** True where the list is searched, or filtered by platform or progress. */
  get isNarrowed(): boolean {
    const { search, platform, progress } = this.#filter;
    return search.trim() !== '' || platform !== null || progress !== null;
  }

  get filter(): PickFilter {
    return this.#filter;
  }

  setFilter(change: Partial<PickFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#fixed = null;
    this.#anchor = null;
  }

  clearFilters(): void {
    this.setFilter(NO_FILTER);
  }

  choiceOf(pickable: Pickable): Choice {
    return choiceOf(pickable, this.#touched);
  }

  /** Ticks a game or leaves it; with `asRange` all from the last one on, as this one. */
  toggle(pickable: Pickable, asRange: boolean): void {
    const choice = this.choiceOf(pickable) === 'picked' ? 'unpicked' : 'picked';
    const from = asRange ? this.#anchor : null;
    this.#choose(rangeTo(this.visible, this.#touched, from, pickable.id), choice);
    this.#anchor = pickable.id;
  }

  /** Ticks or leaves all that is shown, except what is never picked. */
  chooseVisible(choice: 'picked' | 'unpicked'): void {
    const free = this.visible.filter((each) => this.choiceOf(each) !== 'never');
    this.#choose(
      free.map(({ id }) => id),
      choice,
    );
  }

  /** Puts a game on the list of those that are never picked, or takes it off. */
  setNever(pickable: Pickable, isNever: boolean): void {
    this.#choose([pickable.id], isNever ? 'never' : 'unpicked');
  }

  /** Has what differs from what is stored saved; true where it worked. */
  async save(send: (changes: [string, Choice][]) => Promise<boolean>): Promise<boolean> {
    const draft = this.#sources.draft();
    const { touched } = draft;
    const isSaved = await send(changesIn(this.#all, touched));
    if (isSaved) draft.saved(touched);
    return isSaved;
  }

  #choose(ids: readonly string[], choice: Choice): void {
    this.#fixed = fixing(this.#fixed, this.#inOrder, ids);
    this.#sources.draft().choose(ids, choice);
  }
}
