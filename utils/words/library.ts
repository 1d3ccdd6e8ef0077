import { exactly } from '../format/dates';
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

/** How long ago it was, or the sign that nobody knows. */
export function playedAgo(instant: number, now: number, locale: string): string {
  return isInstant(instant) ? ago(instant, now, locale) : UNKNOWN_SIGN;
}

export function playedExactly(instant: number, locale: string): string {
  return isInstant(instant) ? exactly(instant, locale) : UNKNOWN_WORD;
}

/** How old the library is, where it is older than it should be: `as of 3 days ago`. */
export function asOf(instant: number, now: number, locale: string): string {
  return `as of ${ago(instant, now, locale)}`;
}

export const LAST_PLAYED_GAMES = 'Last played games';

export function trophies(value: number, locale: string): string {
  return `${count(value, locale)} ${plural(value, { one: 'trophy', other: 'trophies' }, locale)}`;
}
