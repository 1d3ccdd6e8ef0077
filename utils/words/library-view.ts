import type { Layout, Scope, Sort } from '../domain/library/library-view';
import { percent } from '../format/numbers';
import { sideBySide } from '../format/lists';
import * as words from './en/library.json';
import { platformName } from './platforms';
import { spoken, written } from './unknown';

export {
  searchGames as SEARCH_GAMES,
  clearSearch as CLEAR_SEARCH,
  filters as FILTERS,
} from './en/app.json';
export {
  scopeLabel as SHOWN_GAMES,
  layout as LAYOUT,
  sortBy as SORT_BY,
  otherEditions as OTHER_EDITIONS,
} from './en/library.json';

export const SCOPE_NAMES: Record<Scope, string> = words.scopes;
export const LAYOUT_NAMES: Record<Layout, string> = words.layouts;

interface SortWords {
  name: string;
  /** What comes first, and what comes first when the order is turned round. */
  directions: readonly [string, string];
}

const SORTS: Record<Sort, SortWords> = words.sorts;

export function sortName(sort: Sort): string {
  return SORTS[sort].name;
}

/** The order as it is, for example `A to Z`. */
export function direction(sort: Sort, isReversed: boolean): string {
  return SORTS[sort].directions[isReversed ? 1 : 0];
}

/** What a click on a head sorts by, for example `Progress: Highest first`. */
export function sortedBy(sort: Sort, isReversed: boolean): string {
  return words.sortedBy({ sort: sortName(sort), direction: direction(sort, isReversed) });
}

/** The same where its name stands above it anyway, for example `PS4, 72%`. */
export function editionBriefly(
  platforms: readonly string[],
  progress: number | null,
  locale: string,
): string {
  const far = written(progress, (known) => percent(known, locale));
  return sideBySide([...platforms.map(platformName), far], locale);
}

/** What else stands in a stack, for example `Lantern Keepers, PS4, 72%`. */
export function editionName(
  name: string,
  platforms: readonly string[],
  progress: number | null,
  locale: string,
): string {
  const far = spoken(progress, (known) => percent(known, locale));
  return sideBySide([name, ...platforms.map(platformName), far], locale);
}
