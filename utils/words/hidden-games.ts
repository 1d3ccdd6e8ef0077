import { count } from '../format/numbers';

export const HIDDEN_GAMES_HINT = 'A game is hidden on its own page. It stands nowhere else then.';

/** The switch that shows them, for example `Show games that you hid (4)`. */
export function showHiddenGames(games: number, locale: string): string {
  return `Show games that you hid (${count(games, locale)})`;
}
