import * as words from './en/popup.json';

export {
  noGameFound as NO_GAME_FOUND,
  showAllFound as SHOW_ALL_FOUND,
  closeSearch as CLOSE_SEARCH,
} from './en/popup.json';

/** For those who hear how many there are. */
export function gamesFound(games: number, locale: string): string {
  return words.gamesFound({ games }, locale);
}
