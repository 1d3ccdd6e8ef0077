import * as words from './en/library.json';

export { hiddenGamesHint as HIDDEN_GAMES_HINT } from './en/library.json';

/** The switch that shows them, for example `Show games that you hid (4)`; null until they are counted. */
export function showHiddenGames(games: number | null, locale: string): string {
  return games === null ? words.showHidden : words.showHiddenGames({ games }, locale);
}
