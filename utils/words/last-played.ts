import type { LastPlayedSource } from '../domain/library/title';
import { playedAgo, playedExactly } from './library';

/** Whose word it is that a game was last played then. */
const SOURCES: Record<LastPlayedSource, string> = {
  'played-list': 'from Sony’s list of played games',
  'trophy-list': 'from the last trophy change: Sony keeps no play date for this game',
};

export function lastPlayed(source: LastPlayedSource, instant: number, now: number, locale: string) {
  // The trophy list only knows when a trophy last changed: the words must not claim more.
  const what = source === 'played-list' ? 'Played' : 'Last trophy';
  return `${what} ${playedAgo(instant, now, locale)}`;
}

export function lastPlayedExactly(source: LastPlayedSource, instant: number, locale: string) {
  return `${playedExactly(instant, locale)}, ${SOURCES[source]}`;
}
