import type { Availability, Arrival } from '../domain/trophies/trophy-availability';
import { ago } from './ago';
import { isInstant, UNKNOWN_WORD } from './unknown';

/** What is waited for: all of a game's trophies, what is earned of them, or newer ones. */
const AWAITED: Record<Exclude<Availability, 'current' | 'short' | 'at-odds'>, string> = {
  nothing: 'these trophies',
  definitions: 'what you have earned',
  older: 'newer trophies',
};

const SENTENCES: Record<Arrival, (what: string) => string> = {
  asking: (what) => `Asking Sony for ${what}.`,
  'not-asked': (what) => `Sony is not asked for ${what}, since this library is only read.`,
  'not-connected': (what) => `Connect to fetch ${what}.`,
  paused: (what) => `Waiting to ask Sony for ${what}.`,
  stopped: (what) => `The sync was stopped before it came to ${what}.`,
  refused: (what) => `The last sync went on without ${what}.`,
  absent: (what) => `Sony does not list this game now, and cannot be asked for ${what}.`,
};

/** It may come one day, or never: nothing is promised. */
const SHORT = 'Sony has sent only some of these trophies so far.';
const AT_ODDS = 'Sony’s answers about these trophies have not agreed so far.';

/** When what is not there may come, in a sentence. */
export function awaited(availability: Exclude<Availability, 'current'>, arrival: Arrival): string {
  if (availability === 'short') return SHORT;
  if (availability === 'at-odds') return AT_ODDS;
  if (availability === 'older' && arrival === 'asking') return 'Newer trophies are on their way.';
  return SENTENCES[arrival](AWAITED[availability]);
}

/** How old the trophies are that are shown, for example `As of 3 days ago.` */
export function fetchedAsOf(fetchedAt: number, now: number, locale: string): string {
  return `As of ${isInstant(fetchedAt) ? ago(fetchedAt, now, locale) : UNKNOWN_WORD}.`;
}

export const FETCH = 'Fetch this game';
