import { countOfGames } from './library';

export const NO_GAME_FOUND = 'No game of yours has that in its name.';
export const SHOW_ALL_FOUND = 'Show all of them in the library';
export const CLOSE_SEARCH = 'Close the search';

/** For those who hear how many there are. */
export function gamesFound(found: number, locale: string): string {
  return `${countOfGames(found, locale)} found`;
}
