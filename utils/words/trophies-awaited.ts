import type { Availability, Arrival } from '../domain/trophies/trophy-availability';
import { ago } from './ago';
import * as words from './en/game.json';
import { isInstant, UNKNOWN_WORD } from './unknown';

export { fetch as FETCH } from './en/game.json';

/** What is waited for: all of a game's trophies, what is earned of them, or newer ones. */
const AWAITED: Record<
  Exclude<Availability, 'current' | 'short' | 'at-odds'>,
  Record<Arrival, string>
> = {
  nothing: words.awaitedNothing,
  definitions: words.awaitedEarned,
  older: words.awaitedNewer,
};

/** When what is not there may come, in a sentence. Of some it may be one day, or never: nothing is promised. */
export function awaited(availability: Exclude<Availability, 'current'>, arrival: Arrival): string {
  if (availability === 'short') return words.short;
  if (availability === 'at-odds') return words.atOdds;
  return AWAITED[availability][arrival];
}

/** How old the trophies are that are shown, for example `As of 3 days ago.` */
export function fetchedAsOf(fetchedAt: number, now: number, locale: string): string {
  return words.asOf({ ago: isInstant(fetchedAt) ? ago(fetchedAt, now, locale) : UNKNOWN_WORD });
}
