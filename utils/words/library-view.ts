import type { Layout, Scope, Sort } from '../domain/library/library-view';
import { count, percent } from '../format/numbers';
import { platformName } from './platforms';
import { plural } from '../format/plurals';
import { spoken } from './unknown';
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
  points: { name: words.sortPoints, directions: [words.mostFirst, words.fewestFirst] },
  base: { name: words.sortBase, directions: BY_DATE },
  revised: { name: words.sortRevised, directions: BY_DATE },
};

/** The order as it is, for example `A to Z`. */
export function direction(sort: Sort, isReversed: boolean): string {
  return SORT_WORDS[sort].directions[isReversed ? 1 : 0];
}

export const FILTERS = 'Filters';

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
