import { GAME_STATUSES } from './game-status';
import { GRADES } from '../trophies/grades';
import { askedColumns, columnsInAddress, DEFAULT_COLUMNS, type ListColumn } from './list-columns';
import { LONGEST_TAG } from './game-marks';

/** The orders of the library, each in its natural direction: `library-order.ts`. */
export const SORTS = [
  'played',
  'trophy',
  'progress',
  'name',
  'rarest',
  'platinum',
  'playtime',
  'completed',
  'trophies',
  'platform',
  'points',
  'base',
  'revised',
] as const;
export type Sort = (typeof SORTS)[number];

export const LAYOUTS = ['grid', 'list'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** How large the cards of the grid are. */
export const CARD_SIZES = ['tiny', 'small', 'medium', 'large', 'huge'] as const;
export type CardSize = (typeof CARD_SIZES)[number];

/** What games can stand in groups by. */
export const GROUPINGS = ['platform', 'trophy-year', 'completed-year', 'status'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which games stand on the shelf: those that were picked, those that were not, or all. */
export const SCOPES = ['picked', 'unpicked', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** What can be filtered by. Within one facet any chosen option will do; between facets each has to fit. */
export const FACETS = [
  'platform',
  'platinum',
  'left',
  'percent',
  'points',
  'base',
  'revised',
  'status',
  'tag',
  'plus',
  'hidden',
  'gone',
  'unobtainable',
  'hide',
] as const;
export type Facet = (typeof FACETS)[number];

/** The options of each facet. Platforms and tags are whatever the library has. */
export const OPTIONS = {
  platinum: ['earned', 'open', 'impossible', 'none'],
  left: GRADES,
  percent: ['0', '1-24', '25-49', '50-74', '75-99', '100'],
  points: ['0', '1-299', '300-999', '1000'],
  base: ['yes', 'no'],
  revised: ['yes', 'no'],
  status: [...GAME_STATUSES, 'none'],
  plus: ['yes', 'no'],
  hidden: ['yes', 'no'],
  gone: ['yes', 'no'],
  /** The whole game, as the player says. */
  unobtainable: ['yes', 'no'],
  /** What the player has hidden is left out unless it is asked for. */
  hide: ['yes'],
} as const satisfies Partial<Record<Facet, readonly string[]>>;

/** Narrower than the options of percent that are offered: an address may ask for them, as a bar of a chart does. */
export const PERCENT_BANDS = [
  ...['0', '1-9', '10-19', '20-29', '30-39', '40-49', '50-59'],
  ...['60-69', '70-79', '80-89', '90-99', '100'],
];

/** With a trophy. */
export const STARTED = 'started';

/** What an address may ask for besides what is offered. */
const ONLY_IN_ADDRESSES: Partial<Record<Facet, readonly string[]>> = {
  /** What anything is earned of may be at 0 %: Sony rounds down. */
  percent: [...PERCENT_BANDS, '1-99', STARTED],
  /** All but what is retired. */
  status: ['kept'],
  // With what is hidden: a number that counts both leads to both.
  hide: ['no'],
};

/** The chosen options of each facet; none chosen leaves everything in. */
export type Filters = Readonly<Record<Facet, readonly string[]>>;

/** How the library is looked at. All of it stands in the address of the page. */
export interface LibraryView {
  search: string;
  /** Null: what was picked, and everything while nothing is picked. */
  scope: Scope | null;
  sort: Sort;
  isReversed: boolean;
  /** Null: in no groups. */
  grouping: Grouping | null;
  layout: Layout;
  cardSize: CardSize;
  /** What the list says of each game, in this order. */
  columns: readonly ListColumn[];
  /** Editions of one game are shown as one. */
  isStacked: boolean;
  /** What stands above the games is folded away. */
  isFolded: boolean;
  filters: Filters;
}

export const NO_FILTERS = filtersBy(() => []);

/** How the games stand at first, whichever they are. */
export const DEFAULT_TASTE = {
  layout: 'grid',
  cardSize: 'small',
  columns: DEFAULT_COLUMNS,
  isFolded: false,
} as const satisfies Partial<LibraryView>;

export const DEFAULT_VIEW: LibraryView = {
  search: '',
  scope: null,
  sort: 'played',
  isReversed: false,
  grouping: null,
  isStacked: false,
  filters: NO_FILTERS,
  ...DEFAULT_TASTE,
};

const FOLDS = ['folded', 'open'] as const;

/** Longer than any name. */
const LONGEST_SEARCH = 200;
/** Whatever Sony may call one: today's are in capitals, and those of other years may not be. */
const PLATFORM = /^[\p{L}\p{N}][\p{L}\p{N} +./-]{0,31}$/u;

/** What of a view is the player's taste, and stored; the rest is what they look for. */
export function usualOf({ layout, cardSize, columns, isFolded }: LibraryView): LibraryView {
  return { ...DEFAULT_VIEW, layout, cardSize, columns, isFolded };
}

/**
 * The view that an address asks for. What it does not know it leaves out.
 * @param usual how it is looked at where the address does not say
 */
export function viewOf(query: string, usual = DEFAULT_VIEW): LibraryView {
  const asked = new URLSearchParams(query);
  return {
    search: (asked.get('q') ?? '').slice(0, LONGEST_SEARCH),
    scope: oneOf(SCOPES, asked.get('show')),
    sort: oneOf(SORTS, asked.get('sort')) ?? DEFAULT_VIEW.sort,
    isReversed: asked.get('order') === 'reversed',
    grouping: oneOf(GROUPINGS, asked.get('group')),
    layout: oneOf(LAYOUTS, asked.get('view')) ?? usual.layout,
    cardSize: oneOf(CARD_SIZES, asked.get('cards')) ?? usual.cardSize,
    columns: askedColumns(asked.get('columns'), usual.columns),
    isStacked: asked.get('editions') === 'stacked',
    isFolded: (oneOf(FOLDS, asked.get('glance')) ?? foldOf(usual)) === 'folded',
    filters: filtersIn(asked),
  };
}

/** The query of an address that asks for this view, without what is so anyway: for everybody, and for this player. */
export function queryOf(view: LibraryView, usual = DEFAULT_VIEW): string {
  const asked = new URLSearchParams();
  if (view.search !== '') asked.set('q', view.search);
  if (view.scope !== null) asked.set('show', view.scope);
  if (view.sort !== DEFAULT_VIEW.sort) asked.set('sort', view.sort);
  if (view.isReversed) asked.set('order', 'reversed');
  if (view.grouping !== null) asked.set('group', view.grouping);
  const { layout, cardSize } = view;
  if (layout !== DEFAULT_VIEW.layout || layout !== usual.layout) asked.set('view', layout);
  if (cardSize !== DEFAULT_VIEW.cardSize || cardSize !== usual.cardSize)
    asked.set('cards', cardSize);
  const columns = columnsInAddress(view.columns, usual.columns);
  if (columns !== null) asked.set('columns', columns);
  if (view.isStacked) asked.set('editions', 'stacked');
  if (view.isFolded || usual.isFolded) asked.set('glance', foldOf(view));
  for (const facet of FACETS) {
    for (const option of view.filters[facet]) asked.append(facet, option);
  }
  return asked.toString();
}

/** The filters with one option more or one less. One that it lies in, or that lies in it, makes way for it. */
export function withOption(filters: Filters, facet: Facet, option: string, on: boolean): Filters {
  const others = filters[facet].filter((chosen) => chosen !== option);
  const apart = others.filter(
    (chosen) => !takesIn(facet, chosen, option) && !takesIn(facet, option, chosen),
  );
  return { ...filters, [facet]: on ? [...apart, option] : others };
}

/** True where every game that fits one option of a facet fits another one too. */
function takesIn(facet: Facet, whole: string, part: string): boolean {
  if (facet === 'status') return whole === 'kept' && part !== 'retired';
  if (facet !== 'percent') return false;
  if (whole === STARTED) return part !== '0';
  const [[from, to], [first, last]] = [rangeOf(whole), rangeOf(part)];
  return first >= from && last <= to;
}

/** What an option that is two numbers, or one, takes in; the highest has no end. */
export function rangeOf(option: string): [from: number, to: number] {
  const [from = 0, to = from && Infinity] = option.split('-').map(Number);
  return [from, to];
}

/** Every chosen option with its facet, in the order of the facets. */
export function chosenOptions(filters: Filters): { facet: Facet; option: string }[] {
  return FACETS.flatMap((facet) => filters[facet].map((option) => ({ facet, option })));
}

/** True where some games are kept out by what they are. */
export function isFiltered({ scope, filters }: LibraryView): boolean {
  return scope === 'unpicked' || chosenOptions(filters).length > 0;
}

/** What changes in a view where its search and its filters are taken away: how the games stand is none of it. */
export function withoutFilters({
  scope,
}: LibraryView): Pick<LibraryView, 'scope' | 'search' | 'filters'> {
  return { scope: scope === 'unpicked' ? 'all' : scope, search: '', filters: NO_FILTERS };
}

function filtersIn(asked: URLSearchParams): Filters {
  return filtersBy((facet) => {
    // In one order, whichever was chosen first: it is the same view.
    const words = [...new Set(asked.getAll(facet))].sort();
    if (facet === 'platform') return words.filter((word) => PLATFORM.test(word));
    if (facet === 'tag') return words.filter((word) => word !== '' && word.length <= LONGEST_TAG);
    return knownOptions(facet).filter((option) => words.includes(option));
  });
}

/** Those that are offered, and those that only an address may ask for. */
export function knownOptions(facet: keyof typeof OPTIONS): string[] {
  return [...new Set([...OPTIONS[facet], ...(ONLY_IN_ADDRESSES[facet] ?? [])])];
}

function filtersBy(optionsOf: (facet: Facet) => string[]): Filters {
  return Object.fromEntries(FACETS.map((facet) => [facet, optionsOf(facet)])) as Record<
    Facet,
    string[]
  >;
}

function foldOf({ isFolded }: LibraryView): (typeof FOLDS)[number] {
  return isFolded ? 'folded' : 'open';
}

function oneOf<Word extends string>(words: readonly Word[], asked: string | null): Word | null {
  return words.find((word) => word === asked) ?? null;
}
