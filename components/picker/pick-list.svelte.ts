import {
  changesIn,
  choiceOf,
  fixing,
  inFixedOrder,
  isRecent,
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
import type { PickSaving } from '../../utils/words/picker';
import type { PickDraft } from './pick-draft.svelte';

/** What the list is made of. */
export interface PickSources {
  titles: () => readonly LibraryTitle[];
  /** The player has picked games, or said that there are none to pick. */
  hasChosen: () => boolean;
  /** Trophies are fetched of what is not picked too. */
  everyGame: () => boolean;
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
  readonly #planned = $derived(
    this.#all.reduce(
      (sum, { title, requests }) => sum + (title.choice === 'picked' ? requests : 0),
      0,
    ),
  );
  readonly #recent = $derived(
    this.#all.filter(({ title }) => isRecent(title, this.#sources.openedAt)).length,
  );
  readonly #saving = $derived(this.#differences());
  readonly #whole = $derived.by(() => {
    const free = this.#all.filter((each) => this.choiceOf(each) !== 'never');
    const requests = free.reduce((sum, each) => sum + each.requests, 0);
    return { games: free.length > this.#ticked.length ? free.length : 0, requests };
  });
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

  /** Requests to Sony that the ticked games still need. */
  get requests(): number {
    return this.#requests;
  }

  /** Those that the games still need which were picked before: a sync under way has planned them. */
  get planned(): number {
    return this.#planned;
  }

  /** How many games were played in the last months. */
  get recent(): number {
    return this.#recent;
  }

  /** What the player has changed and not saved. */
  get saving(): PickSaving {
    return this.#saving;
  }

  /** All that may be picked, and the requests that they still need; none where all of them are ticked. */
  get whole(): Pick<Pickable, 'requests'> & { games: number } {
    return this.#whole;
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

  /** Ticks all games, shown or not, except what is never picked. */
  chooseAll(): void {
    const free = this.#inOrder.filter((each) => this.choiceOf(each) !== 'never');
    this.#choose(
      free.map(({ id }) => id),
      'picked',
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
    const isSaved = await send(changesIn(this.#all, touched, this.#sources.hasChosen()));
    if (isSaved) draft.saved(touched);
    return isSaved;
  }

  #differences(): PickSaving {
    let added = 0;
    let removed = 0;
    let isUnsaved = false;
    for (const each of this.#all) {
      const choice = this.choiceOf(each);
      const stored = each.title.choice;
      // What is ticked by itself at first is imported like the rest, and nothing that the player has left unsaved.
      isUnsaved ||= choice !== each.chosen;
      if (choice === stored) continue;
      if (choice === 'picked') added++;
      if (stored === 'picked') removed++;
    }
    const [hasChosen, everyGame] = [this.#sources.hasChosen(), this.#sources.everyGame()];
    return { ticked: this.#ticked.length, added, removed, isUnsaved, hasChosen, everyGame };
  }

  /** Has every game stay where it is while the player is among them, however a sync orders them anew. */
  hold(): void {
    this.#fixed ??= fixing(null, this.#inOrder, []);
  }

  #choose(ids: readonly string[], choice: Choice): void {
    this.#fixed = fixing(this.#fixed, this.#inOrder, ids);
    this.#sources.draft().choose(ids, choice);
  }
}
