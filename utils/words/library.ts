import type { LastPlayedSource } from '../domain/library/title';
import { exactly, shortDay } from '../format/dates';
import { ago } from './ago';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';
import { isInstant, UNKNOWN_WORD, UNKNOWN_SIGN } from './unknown';

/** The word that goes with the number of games. */
export function gamesWord(value: number, locale: string): string {
  return plural(value, { one: 'game', other: 'games' }, locale);
}

export function countOfGames(value: number, locale: string): string {
  return `${count(value, locale)} ${gamesWord(value, locale)}`;
}

/** Whose word it is that a game was last played then. */
const SOURCES: Record<LastPlayedSource, string> = {
  'played-list': 'from Sony’s list of played games',
  'trophy-list': 'from the last trophy change: Sony keeps no play date for this game',
};

/** How long ago it was, or the sign that nobody knows. */
export function playedAgo(instant: number, now: number, locale: string): string {
  return isInstant(instant) ? ago(instant, now, locale) : UNKNOWN_SIGN;
}

export function playedExactly(instant: number, locale: string): string {
  return isInstant(instant) ? exactly(instant, locale) : UNKNOWN_WORD;
}

export function lastPlayed(source: LastPlayedSource, instant: number, now: number, locale: string) {
  // The trophy list only knows when a trophy last changed: the words must not claim more.
  const what = source === 'played-list' ? 'Played' : 'Last trophy';
  return `${what} ${playedAgo(instant, now, locale)}`;
}

export function lastPlayedExactly(source: LastPlayedSource, instant: number, locale: string) {
  return `${playedExactly(instant, locale)}, ${SOURCES[source]}`;
}

/** How old the library is, where it is older than it should be: `as of 3 days ago`. */
export function asOf(instant: number, now: number, locale: string): string {
  return `as of ${ago(instant, now, locale)}`;
}

export const LAST_PLAYED_GAMES = 'Last played games';

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

export function trophies(value: number, locale: string): string {
  return `${count(value, locale)} ${plural(value, { one: 'trophy', other: 'trophies' }, locale)}`;
}

/** What became of a library that was found to be lost then. Nobody knows what the player had made in it. */
export function lost(lostAt: number, locale: string): string {
  const found = `It was gone on ${shortDay(lostAt, locale)}.`;
  return `${found} Games and trophies come again from Sony. Any picks, notes and pins in it are lost, and Sony has no copy of them: pick your games again.`;
}
