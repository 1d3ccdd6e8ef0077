import { shortDay } from '../format/dates';

/** What stands in the place of the games: where there are none, none yet, or none any more. */

export const EMPTY_TITLE = 'No trophies yet';
export const EMPTY =
  'Play something on PlayStation with this account, then sync: it will stand here.';
export const NO_LIBRARY_TITLE = 'Your library is not in this browser any more';
export const NO_LIBRARY =
  'The browser has lost it, with any picks, notes and pins in it. Connect, and games and trophies are fetched again from Sony.';
export const LOST_TITLE = 'Your browser lost this library';
export const GOT_IT = 'Got it';
export const UNFILLED_TITLE = 'No games here yet';
export const UNFILLED = 'Connect, and they are fetched from Sony.';
export const UPGRADING_TITLE = 'Your library is being brought up to date';
export const UPGRADING =
  'This version keeps it in another way. It is here in a moment, with all that is in it.';
export const FILLING_TITLE = 'The first games are on their way';
export const FILLING = 'They appear here as Sony names them.';

/** What became of a library that was found to be lost then. Nobody knows what the player had made in it. */
export function lost(lostAt: number, locale: string): string {
  const found = `It was gone on ${shortDay(lostAt, locale)}.`;
  return `${found} Games and trophies come again from Sony. Any picks, notes and pins in it are lost, and Sony has no copy of them: pick your games again.`;
}
