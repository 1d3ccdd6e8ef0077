import * as words from './en/library.json';

export { hiddenGamesHint as HIDDEN_GAMES_HINT } from './en/library.json';

/** The switch that shows them, for example `Show games that you hid (4)`. */
export function showHiddenGames(games: number, locale: string): string {
  return words.showHiddenGames({ games }, locale);
}
