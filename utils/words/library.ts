import { exactly } from '../format/dates';
import { count } from '../format/numbers';
import { ago } from './ago';
import * as shared from './en/app.json';
import * as words from './en/library.json';
import { isInstant, UNKNOWN_WORD, UNKNOWN_SIGN } from './unknown';

/** What stands before and after the number in how many games there are: it has an element of its own. */
export function aroundCountOfGames(games: number, locale: string): [string, string] {
  const [before = '', after = ''] = countOfGames(games, locale).split(count(games, locale));
  return [before, after];
}

export function countOfGames(games: number, locale: string): string {
  return shared.games({ games }, locale);
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
  return words.asOf({ ago: ago(instant, now, locale) });
}

export function trophies(value: number, locale: string): string {
  return shared.trophies({ trophies: value }, locale);
}
