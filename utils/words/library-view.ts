import type { Facet, Layout, Scope, Sort } from '../domain/library/library-view';
import type { Grade } from '../domain/trophies/grades';
import { countOfGames } from './library';
import { count, percent } from '../format/numbers';
import { platformName } from './platforms';
import { plural } from '../format/plurals';
import { spoken } from './unknown';
import { STATUS, STATUS_NAMES } from './game-status';
import { GONE, PLUS } from './title-flags';
import { GRADE_NAMES } from './trophies';
import * as words from './en/library.json';

export const SEARCH_GAMES = 'Search games';
export const CLEAR_SEARCH = 'Clear the search';

export const SHOWN_GAMES = 'Which games';
export const SCOPE_NAMES: Record<Scope, string> = {
  picked: 'Picked',
  unpicked: 'Not picked',
  all: 'All games',
};

export const LAYOUT = 'Layout';
export const LAYOUT_NAMES: Record<Layout, string> = { grid: 'Grid', list: 'List' };

interface SortWords {
  name: string;
  /** What comes first, and what comes first when the order is turned round. */
  directions: [string, string];
}

const BY_DATE: SortWords['directions'] = ['Newest first', 'Oldest first'];

export const SORT_BY = 'Sort by';
export const SORT_WORDS: Record<Sort, SortWords> = {
  played: { name: 'Last played', directions: BY_DATE },
  trophy: { name: 'Last trophy', directions: BY_DATE },
  progress: { name: 'Progress', directions: ['Highest first', 'Lowest first'] },
  name: { name: 'Name', directions: ['A to Z', 'Z to A'] },
  rarest: { name: 'Rarest trophy', directions: ['Rarest first', 'Most common first'] },
  platinum: { name: 'Closest to platinum', directions: ['Closest first', 'Furthest first'] },
  playtime: { name: 'Playtime', directions: ['Longest first', 'Shortest first'] },
  completed: { name: 'Completion date', directions: BY_DATE },
  trophies: { name: words.sortTrophies, directions: [words.mostFirst, words.fewestFirst] },
  platform: {
    name: words.sortPlatform,
    directions: [words.newestPlatformFirst, words.oldestPlatformFirst],
  },
};

/** The order as it is, for example `A to Z`. */
export function direction(sort: Sort, isReversed: boolean): string {
  return SORT_WORDS[sort].directions[isReversed ? 1 : 0];
}

export const FILTERS = 'Filters';
export const CLEAR_ALL = 'Clear all';
export const CLEAR_FILTERS = 'Clear filters';
export const ACTIVE_FILTERS = 'Active filters';

export const FACET_NAMES: Record<Facet, string> = {
  platform: 'Platform',
  platinum: 'Platinum',
  left: 'Trophies left',
  percent: 'Progress',
  status: STATUS,
  plus: PLUS,
  hidden: 'Hidden on PlayStation',
  gone: GONE,
};

/** Where one option excludes the other, what stands for neither. */
export const EITHER = 'With and without';

type WordsOf = Partial<Record<string, string>>;

const OPTION_NAMES: Partial<Record<Facet, WordsOf>> = {
  platinum: { earned: 'Platinum earned', open: 'Platinum not earned', none: 'No platinum' },
  status: STATUS_NAMES,
  plus: { yes: 'Only PS Plus', no: 'Without PS Plus' },
  hidden: { yes: 'Only hidden', no: 'Without hidden' },
  gone: { yes: 'Only removed', no: 'Without removed' },
};

/** What an option is called, wherever it stands. */
export function optionName(facet: Facet, option: string, locale: string): string {
  if (facet === 'platform') return platformName(option);
  if (facet === 'left') return `${GRADE_NAMES[option as Grade]} left`;
  if (facet === 'percent') return percentRangeName(option, locale);
  return OPTION_NAMES[facet]?.[option] ?? option;
}

/** For example `25–49%`. */
function percentRangeName(option: string, locale: string): string {
  const [from, to] = option.split('-');
  if (to === undefined) return percent(Number(from), locale);
  return `${count(Number(from), locale)}–${percent(Number(to), locale)}`;
}

export function withoutFilter(name: string): string {
  return `Remove filter: ${name}`;
}

/** Leads from the filters to the games that they leave. */
export function showGames(games: number, locale: string): string {
  return `Show ${countOfGames(games, locale)}`;
}

export const STACK_EDITIONS = 'Stack editions of one game';

/** What else stands in a stack, for example `Lantern Keepers, PS4, 72%`. */
export function editionName(
  name: string,
  platforms: readonly string[],
  progress: number | null,
  locale: string,
): string {
  const far = spoken(progress, (known) => percent(known, locale));
  return [name, ...platforms.map(platformName), far].join(', ');
}

export const OTHER_EDITIONS = 'Other editions';

/** How many editions stand in the shown places. */
export function inEditions(titles: number, locale: string): string {
  return `in ${count(titles, locale)} ${plural(titles, { one: 'edition', other: 'editions' }, locale)}`;
}

export const NO_MATCH_TITLE = 'No game fits';
export const NO_MATCH = 'Nothing here has all that was asked for.';

/** Where a search finds nothing among the picked games, and something among all. */
export function showAll(games: number, locale: string): string {
  return `Show ${countOfGames(games, locale)} that ${plural(games, { one: 'is', other: 'are' }, locale)} not picked`;
}

export const NOTHING_PICKED_TITLE = 'No game is picked yet';
export const NOTHING_PICKED =
  'Picked games stand here, and their trophies are fetched first. Pick them once, or look at all games.';
