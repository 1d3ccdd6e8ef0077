import type { EditionStack } from '../../utils/domain/library/editions';
import type { GameGroup } from '../../utils/domain/library/grouping';
import {
  gamesIn,
  hiddenGames,
  isNothingAsked,
  NOTHING_ASKED,
  platformsOf,
  preparer,
  rememberedAlone,
  sift,
  type OptionCounts,
  type PreparedTitle,
  type Sifted,
} from '../../utils/domain/library/library-filter';
import { orderer, type Orderer } from '../../utils/domain/library/library-order';
import {
  DEFAULT_VIEW,
  usualOf,
  queryOf,
  viewOf,
  type LibraryView,
  type Scope,
} from '../../utils/domain/library/library-view';
import { playRank } from '../../utils/domain/library/rank';
import type { ViewItem } from '../../utils/domain/library/view-items';
import type { LibraryTitle } from '../../utils/domain/library/title';
import type { RankedSort } from '../../utils/domain/library/title-rank';
import type { Settings } from '../../utils/domain/settings';
import type { HashRoute } from '../app/hash-route.svelte';
import type { LazyScript } from '../app/lazy-script.svelte';
import type { TitlesSoFar } from '../app/library-titles.svelte';
import { GROUP_SCRIPT } from './group-script';
import { ORDER_SCRIPT } from './order-script';
import { SEARCH_SCRIPT } from './search-script';
import { STACK_SCRIPT } from './stack-script';

/** What of the settings is about the library. */
type ViewSettings = Pick<Settings, 'usualView' | 'savedViews'>;

/** Games that an order cannot rank. */
export interface Unranked {
  sort: RankedSort;
  games: number;
  /** The trophies of some are there, and do not tell either. */
  areFetched: boolean;
}

function scriptsFor({
  sort,
  search,
  isStacked,
  grouping,
}: LibraryView): LazyScript<{ default: unknown }>[] {
  return [
    ...(sort === 'played' || sort === 'name' ? [] : [ORDER_SCRIPT]),
    ...(search.trim() === '' ? [] : [SEARCH_SCRIPT]),
    ...(isStacked ? [STACK_SCRIPT] : []),
    ...(grouping ? [GROUP_SCRIPT] : []),
  ];
}

/**
 * The library as it is looked at: what is shown, in which order, and how many games each filter would show. It lives
 * as long as the page, so that a game's neighbours are those of the library.
 */
export class LibraryListing {
  readonly #route: HashRoute;
  readonly #soFar: () => TitlesSoFar;
  readonly #hasChosen: () => boolean;
  readonly #settings: () => ViewSettings | null;
  readonly #order: Orderer<PreparedTitle>;
  readonly #prepared = preparer();
  readonly #alone = rememberedAlone();
  readonly #onchange: (change: ViewSettings) => Promise<boolean>;

  /** As this page has been looked at: what another one does is no reason for a jump. */
  #chosenUsual = $state.raw<LibraryView>();
  /** What was chosen a moment ago, and is not stored yet. */
  #toStore: Partial<LibraryView> = {};
  /** How the player has looked at it last could not be stored. */
  isUnkept = $state(false);
  /** And as it was when it was opened. */
  #openedWith = $state.raw<LibraryView>();
  readonly #stored = $derived.by(() => viewOf(this.#settings()?.usualView ?? ''));
  readonly #usual = $derived(this.#chosenUsual ?? this.#openedWith ?? this.#stored);
  readonly #view = $derived.by(() => viewOf(this.#route.libraryQuery, this.#usual));
  readonly #waitsFor = $derived(
    scriptsFor(this.#view).find((script) => script.exports === undefined) ?? null,
  );
  readonly #all = $derived.by(() => this.#prepared(this.#soFar().titles));
  readonly #platforms = $derived(platformsOf(this.#all));
  readonly #hasPicked = $derived(this.#all.some(({ title }) => title.choice === 'picked'));
  // Each step on its own, so that a key press does not sort, and a new order does not prepare them again.
  readonly #orderForms = $derived(ORDER_SCRIPT.exports?.default);
  /** Last played first, until it is here what else they are to be ordered by. */
  readonly #sort = $derived(this.#waitsFor === ORDER_SCRIPT ? 'played' : this.#view.sort);
  readonly #ordered = $derived.by(() => this.#order(this.#all, this.#sort, this.#view.isReversed));
  readonly #finder = $derived(SEARCH_SCRIPT.exports?.default());
  readonly #asked = $derived.by(() => ({ scope: this.scope, filters: this.#view.filters }));
  readonly #found = $derived.by(() => {
    const { search } = this.#view;
    if (search.trim() === '') return this.#ordered;
    // What is not searched in yet shows nothing, and is not settled.
    const hasWords = this.#finder?.find(this.#ordered, search);
    return this.#ordered.filter((_, place) => hasWords?.(place));
  });
  readonly #sifted = $derived.by((): Sifted => {
    const { search } = this.#view;
    // However they are ordered, there are as many of each kind.
    if (isNothingAsked({ search, ...this.#asked }) && hiddenGames(this.#countsOfAll) === 0)
      return { shown: this.#ordered, counts: this.#countsOfAll };
    return sift(this.#found, this.#asked);
  });
  readonly #countsOfAll = $derived.by(() => sift(this.#all, NOTHING_ASKED).counts);
  readonly #stackForms = $derived(STACK_SCRIPT.exports?.default);
  readonly #editionOf = $derived(this.#stackForms?.rememberedKeys());
  readonly #ungrouped = $derived.by(() => {
    const { shown } = this.#sifted;
    if (!this.#view.isStacked) return this.#alone(shown);
    const asked = { sort: this.#sort, ...this.#asked };
    return this.#stackForms?.stacksOf(shown, this.#found, asked, this.#editionOf) ?? [];
  });
  /** Of what is shown: of stacks where editions are stacked. */
  readonly #counts = $derived.by(
    () =>
      (this.#view.isStacked &&
        this.#stackForms?.countsOfStacks(this.#found, this.#asked, this.#editionOf)) ||
      this.#sifted.counts,
  );
  readonly #groups = $derived.by((): readonly GameGroup[] | null => {
    const { grouping } = this.#view;
    const forms = GROUP_SCRIPT.exports?.default;
    return grouping && (forms?.gameGroups(this.#ungrouped, grouping) ?? []);
  });
  readonly #stacks = $derived(this.#groups?.flatMap(({ stacks }) => stacks) ?? this.#ungrouped);

  /**
   * @param hasChosen the player has picked games: what is picked only for a start is not what they want to see
   * @param settings how the player has looked at it before
   * @param onchange hears how they do from now on, and says whether that is stored
   */
  constructor(
    route: HashRoute,
    soFar: () => TitlesSoFar,
    hasChosen: () => boolean,
    locale: string,
    settings: () => ViewSettings | null = () => null,
    onchange: (change: ViewSettings) => Promise<boolean> = () => Promise.resolve(true),
  ) {
    this.#route = route;
    this.#soFar = soFar;
    this.#hasChosen = hasChosen;
    this.#settings = settings;
    this.#onchange = onchange;
    const names = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
    this.#order = orderer(names, (sort) => this.#orderForms?.RANKS[sort] ?? playRank);
  }

  /** All of the library that is read so far. */
  get titles(): readonly LibraryTitle[] {
    return this.#soFar().titles;
  }

  get view(): LibraryView {
    return this.#view;
  }

  /** Everything is shown until the player has picked something, unless something else is asked for. */
  get scope(): Scope {
    return this.#view.scope ?? (this.#hasPicked && this.#hasChosen() ? 'picked' : 'all');
  }

  get stacks(): EditionStack[] {
    return this.#stacks;
  }

  /** The same in groups; null in none. */
  get groups(): readonly GameGroup[] | null {
    return this.#groups;
  }

  /** Those that are shown and that this order cannot rank; null where there are none. */
  get unranked(): Unranked | null {
    const { sort } = this.#view;
    const forms = this.#orderForms;
    if (sort === 'name' || forms === undefined) return null;
    const unranked = forms.unrankedAmong(this.#ungrouped, forms.RANKS[sort]);
    if (unranked.length === 0) return null;
    return {
      sort,
      games: unranked.length,
      areFetched: unranked.some(({ title }) => title.tally !== null),
    };
  }

  /** How many titles stand in those stacks: more of them where editions are stacked. */
  get titleCount(): number {
    return this.#ungrouped.reduce((sum, { others }) => sum + 1 + others.length, 0);
  }

  /** How many games there are in a scope, given everything else that is asked. */
  gamesIn(scope: Scope): number {
    return gamesIn(this.#counts, scope);
  }

  get counts(): OptionCounts {
    return this.#counts;
  }

  /** Of how many games there are any at all, whatever is shown. */
  get libraryCount(): number {
    return this.#all.length;
  }

  get hasPicked(): boolean {
    return this.#hasPicked;
  }

  /** Every platform of the library, and those that are asked for. */
  get platforms(): string[] {
    const known = this.#platforms;
    return [...known, ...this.#view.filters.platform.filter((asked) => !known.includes(asked))];
  }

  /**
   * False while what is shown may still turn out to be something else: the first titles that are read are those that
   * were played last, and only in that order are they the first.
   */
  get isSettled(): boolean {
    const { scope, sort, isReversed, grouping } = this.#view;
    const isFirst = sort === DEFAULT_VIEW.sort && !isReversed && !grouping;
    return (
      this.isComplete ||
      (isFirst &&
        this.#stacks.length > 0 &&
        (scope !== null || this.#hasPicked || !this.#hasChosen()))
    );
  }

  /** All of the library is read, and what it takes to show it so is there. */
  get isComplete(): boolean {
    return this.#soFar().complete && this.waitsFor === null;
  }

  /** What has to be loaded before the library can be shown so. */
  get waitsFor(): LazyScript<{ default: unknown }> | null {
    return this.#waitsFor;
  }

  /** Has every name worked out before it is searched in, while there is time. Hands back what ends that. */
  prepareSearch(): () => void {
    const finder = this.#finder;
    if (finder === undefined || !this.#soFar().complete) return () => undefined;
    return finder.prepareAll(this.titles.map(({ name }) => name));
  }

  /** All of the library in this order, whatever is shown of it. */
  get ordered(): readonly { title: LibraryTitle }[] {
    return this.#ordered;
  }

  /** While it is in sight it stays as it was opened, whatever another page chooses. Hands back what ends that. */
  hold(): () => void {
    this.#openedWith = this.#usual;
    return () => (this.#openedWith = undefined);
  }

  /** Looks at the library in another way, and has it in the address. */
  show(change: Partial<LibraryView>): void {
    const view = { ...this.#view, ...change };
    this.#remember(change);
    this.#route.replaceLibraryQuery(queryOf(view, this.#usual));
  }

  /** The views that the player has given names, also those that are deleted. */
  get savedViews(): readonly ViewItem[] {
    return this.#settings()?.savedViews ?? [];
  }

  /** Says whether they are stored. */
  saveViews(savedViews: ViewItem[]): Promise<boolean> {
    return this.#onchange({ savedViews });
  }

  /** Only what is chosen here is stored: another page may have chosen the rest meanwhile. */
  #remember(change: Partial<LibraryView>): void {
    const usual = usualOf({ ...this.#usual, ...change });
    if (queryOf(usual) === queryOf(this.#usual)) return;
    this.#chosenUsual = usual;
    const toStore = { ...this.#toStore, ...change };
    this.#toStore = toStore;
    const usualView = queryOf(usualOf({ ...this.#stored, ...toStore }));
    void this.#onchange({ usualView }).then((isKept) => {
      this.isUnkept = !isKept;
      if (this.#toStore === toStore) this.#toStore = {};
    });
  }
}
