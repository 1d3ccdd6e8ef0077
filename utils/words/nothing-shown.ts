import * as words from './en/library.json';

export {
  clearFilters as CLEAR_FILTERS,
  noMatchTitle as NO_MATCH_TITLE,
  noMatch as NO_MATCH,
  nothingPickedTitle as NOTHING_PICKED_TITLE,
  nothingPicked as NOTHING_PICKED,
} from './en/library.json';

/** Where a search finds nothing among the picked games, and something among all. */
export function showAll(games: number, locale: string): string {
  return words.showUnpicked({ games }, locale);
}
