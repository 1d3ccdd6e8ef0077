import type { PlayedFacts } from '../domain/library/title';
import { playtimeOf } from './durations';
import * as words from './en/library.json';
import { UNKNOWN_SIGN, UNKNOWN_WORD } from './unknown';

type Playtime = Pick<PlayedFacts, 'playSeconds' | 'isPlaytimePartial'>;

/** How long a game was played, as a sentence of its own: `Playtime 34 hr 12 min`. */
export function playtimeSaid(played: Playtime, locale: string): string {
  return words.playtimeOf({ playtime: playtimeOf(played, locale) });
}

/** The same as it is heard, where nobody sees the sign. */
export function spokenPlaytime(played: Playtime, locale: string): string {
  return playtimeSaid(played, locale).replace(UNKNOWN_SIGN, UNKNOWN_WORD);
}
