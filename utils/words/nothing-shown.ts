import { plural } from '../format/plurals';
import { countOfGames } from './library';

export const CLEAR_FILTERS = 'Clear filters';

export const NO_MATCH_TITLE = 'No game fits';
export const NO_MATCH = 'Nothing here has all that was asked for.';

/** Where a search finds nothing among the picked games, and something among all. */
export function showAll(games: number, locale: string): string {
  return `Show ${countOfGames(games, locale)} that ${plural(games, { one: 'is', other: 'are' }, locale)} not picked`;
}

export const NOTHING_PICKED_TITLE = 'No game is picked yet';
export const NOTHING_PICKED =
  'Picked games stand here, and their trophies are fetched first. Pick them once, or look at all games.';
