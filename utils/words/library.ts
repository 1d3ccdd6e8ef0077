import { exactlyOnCalendar } from '../format/dates';
import { count } from '../format/numbers';
import { ago } from './ago';
import * as shared from './en/app.json';
import * as words from './en/library.json';
import { isInstant, UNKNOWN_WORD, UNKNOWN_SIGN } from './unknown';

/** What may stand between the figures of one number. */
const JOINT = '[\\p{P}\\p{Zs}]?';

/**
 * What stands before and after the number in how many games are shown, and in how many editions where those are more:
 * the number has an element of its own.
 */
export function aroundShownGames(games: number, titles: number, locale: string): [string, string] {
  const sentence =
    titles > games ? words.gamesInEditions({ games, titles }, locale) : countOfGames(games, locale);
  const number = count(games, locale);
  // Not where the same figures are a part of the other number.
  const at = sentence.search(new RegExp(`(?<!\\p{Nd}${JOINT})${number}(?!${JOINT}\\p{Nd})`, 'u'));
  return [sentence.slice(0, at), sentence.slice(at + number.length)];
}

export function countOfGames(games: number, locale: string): string {
  return shared.games({ games }, locale);
}

/** How long ago it was, or the sign that nobody knows. */
export function playedAgo(instant: number, now: number, locale: string): string {
  return isInstant(instant) ? ago(instant, now, locale) : UNKNOWN_SIGN;
}

export function playedExactly(instant: number, locale: string): string {
  return isInstant(instant) ? exactlyOnCalendar(instant, locale) : UNKNOWN_WORD;
}

/** How old the library is, where it is older than it should be: `as of 3 days ago`. */
export function asOf(instant: number, now: number, locale: string): string {
  return words.asOf({ ago: ago(instant, now, locale) });
}

export function trophies(value: number, locale: string): string {
  return shared.trophies({ trophies: value }, locale);
}
