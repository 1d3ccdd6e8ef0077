import type { EditionStack } from '../../utils/domain/library/editions';
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
import { orderer, unrankedAmong, type Orderer } from '../../utils/domain/library/library-order';
import {
  DEFAULT_VIEW,
  usualOf,
  queryOf,
  viewOf,
  type LibraryView,
  type Scope,
  type Sort,
} from '../../utils/domain/library/library-view';
import type { LibraryTitle } from '../../utils/domain/library/title';
import type { HashRoute } from '../app/hash-route.svelte';
import type { TitlesSoFar } from '../app/library-titles.svelte';
import { whileIdle } from '../app/while-idle';
import { SEARCH_SCRIPT } from './search-script';
import { STACK_SCRIPT } from './stack-script';

/** Games that an order cannot rank. */
export interface Unranked {
  sort: Exclude<Sort, 'name'>;
  games: number;
  /** The trophies of some are there, and do not tell either. */
  areFetched: boolean;
}

/**
 * The library as it is looked at: what is shown, in which order, and how many games each filter would show. It lives
 * as long as the page, so that a game's neighbours are those of the library.
 */
export class LibraryListing {
  readonly #route: HashRoute;
  readonly #soFar: () => TitlesSoFar;
  readonly #hasChosen: () => boolean;
  readonly #storedUsual: () => string;
  readonly #order: Orderer<PreparedTitle>;
  readonly #prepared = preparer();
  readonly #alone = rememberedAlone();
  readonly #onusual: (usual: string) => void;

  /** As this page has been looked at: what another one does is no reason for a jump. */
  #chosenUsual = $state.raw<LibraryView>();
  readonly #usual = $derived.by(() => this.#chosenUsual ?? viewOf(this.#storedUsual()));
  readonly #view = $derived.by(() => viewOf(this.#route.libraryQuery, this.#usual));
  readonly #all = $derived.by(() => this.#prepared(this.#soFar().titles));
  readonly #platforms = $derived(platformsOf(this.#all));
  readonly #hasPicked = $derived(this.#all.some(({ title }) => title.choice === 'picked'));
  // Each step on its own, so that a key press does not sort, and a new order does not prepare them again.
  readonly #ordered = $derived.by(() =>
    this.#order(this.#all, this.#view.sort, this.#view.isReversed),
  );
  readonly #finder = $derived(SEARCH_SCRIPT.exports?.default());
  readonly #sifted = $derived.by((): Sifted => {
    const { search, filters } = this.#view;
    const asked = { search, scope: this.scope, filters };
    // However they are ordered, there are as many of each kind.
    if (isNothingAsked(asked) && hiddenGames(this.#countsOfAll) === 0)
      return { shown: this.#ordered, counts: this.#countsOfAll };
    if (search.trim() === '') return sift(this.#ordered, asked);
    // What is not searched in yet shows nothing, and is not settled.
    return sift(this.#ordered, asked, this.#finder?.find(this.#ordered, search) ?? (() => false));
  });
  readonly #countsOfAll = $derived.by(() => sift(this.#all, NOTHING_ASKED).counts);
  readonly #stackForms = $derived(STACK_SCRIPT.exports?.default);
  readonly #editionOf = $derived(this.#stackForms?.rememberedKeys());
  readonly #stacks = $derived.by(() => {
    const { shown } = this.#sifted;
    if (!this.#view.isStacked) return this.#alone(shown);
    return this.#stackForms?.stacked(shown, this.#editionOf) ?? [];
  });

  /**
   * @param hasChosen the player has picked games: what is picked only for a start is not what they want to see
   * @param storedUsual how the player has looked at it before
   * @param onusual hears how they do from now on
   */
  constructor(
    route: HashRoute,
    soFar: () => TitlesSoFar,
    hasChosen: () => boolean,
    locale: string,
    storedUsual: () => string = () => '',
    onusual: (usual: string) => void = () => undefined,
  ) {
    this.#route = route;
    this.#soFar = soFar;
    this.#hasChosen = hasChosen;
    this.#storedUsual = storedUsual;
    this.#onusual = onusual;
    this.#order = orderer(new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }));
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

  /** Those that are shown and that this order cannot rank; null where there are none. */
  get unranked(): Unranked | null {
    const { sort } = this.#view;
    const unranked = sort === 'name' ? [] : unrankedAmong(this.#sifted.shown, sort);
    if (sort === 'name' || unranked.length === 0) return null;
    return {
      sort,
      games: unranked.length,
      areFetched: unranked.some(({ title }) => title.tally !== null),
    };
  }

  /** How many titles stand in those stacks: more of them where editions are stacked. */
  get titleCount(): number {
    return this.#sifted.shown.length;
  }

  /** How many games there are in a scope, given everything else that is asked. */
  gamesIn(scope: Scope): number {
    return gamesIn(this.#sifted.counts, scope);
  }

  get counts(): OptionCounts {
    return this.#sifted.counts;
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
    const { scope, sort, isReversed } = this.#view;
    const isFirst = sort === DEFAULT_VIEW.sort && !isReversed && this.#stacks.length > 0;
    return (
      this.isComplete || (isFirst && (scope !== null || this.#hasPicked || !this.#hasChosen()))
    );
  }

  /** All of the library is read, and what it takes to search in it and to stack it is there. */
  get isComplete(): boolean {
    const { search, isStacked } = this.#view;
    return (
      this.#soFar().complete &&
      (search.trim() === '' || this.#finder !== undefined) &&
      (!isStacked || this.#stackForms !== undefined)
    );
  }

  /** Has every name worked out before it is searched in, while there is time. Hands back what ends that. */
  prepareSearch(): () => void {
    const finder = this.#finder;
    if (finder === undefined || !this.#soFar().complete) return () => undefined;
    const names = this.titles.map(({ name }) => name);
    return whileIdle(names.values().map(finder.prepare));
  }

  /** The titles in the order of the listing that has this one; where it is not shown, all of them. */
  around(npCommunicationId: string): LibraryTitle[] {
    const shown = this.#stacks.flatMap(({ title, others }) => [title, ...others]);
    return shown.some((title) => title.npCommunicationId === npCommunicationId)
      ? shown
      : this.#ordered.map(({ title }) => title);
  }

  /** Looks at the library in another way, and has it in the address. */
  show(change: Partial<LibraryView>): void {
    const view = { ...this.#view, ...change };
    this.#remember(usualOf({ ...this.#usual, ...change }));
    this.#route.replaceLibraryQuery(queryOf(view, this.#usual));
  }

  #remember(usual: LibraryView): void {
    const query = queryOf(usual);
    if (query === queryOf(this.#usual)) return;
    this.#chosenUsual = usual;
    this.#onusual(query);
  }
}
