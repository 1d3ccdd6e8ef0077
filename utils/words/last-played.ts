import type { PlaySource } from '../domain/library/play-source';
import * as words from './en/library.json';
import { playedAgo, playedExactly } from './library';

/** The trophy list only knows when it, or a trophy, last changed: the words must not claim more. */
export function lastPlayed(source: PlaySource, instant: number, now: number, locale: string) {
  return words.played[source]({ ago: playedAgo(instant, now, locale) });
}

/** With whose word it is that a game was last played then. */
export function lastPlayedExactly(source: PlaySource, instant: number, locale: string) {
  return words.playedExactly[source]({ at: playedExactly(instant, locale) });
}
