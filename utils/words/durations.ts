import type { PlayedFacts } from '../domain/library/title';
import { hoursAndMinutes, roundedDuration } from '../format/durations';
import * as words from './en/app.json';
import { UNKNOWN_SIGN } from './unknown';

/** Time spent playing: `34 hr 12 min`. */
export function playtime(seconds: number, locale: string): string {
  return seconds < 60 ? words.underAMinute : hoursAndMinutes(Math.floor(seconds / 60), locale);
}

/** How long a game was played: `at least 1 hr` where Sony left out the time of an edition. */
export function playtimeOf(
  { playSeconds, isPlaytimePartial }: Pick<PlayedFacts, 'playSeconds' | 'isPlaytimePartial'>,
  locale: string,
): string {
  if (playSeconds === null) return UNKNOWN_SIGN;
  // Under a minute and something more is nothing that can be said of.
  if (isPlaytimePartial && playSeconds < 60) return UNKNOWN_SIGN;
  const known = playtime(playSeconds, locale);
  return isPlaytimePartial ? words.playedAtLeast({ playtime: known }) : known;
}

/** How long something will take, in milliseconds: `about 1 hour 15 minutes`. */
export function roughly(milliseconds: number, locale: string): string {
  if (milliseconds < 10_000) return words.aFewSeconds;
  return words.aboutSoLong({ duration: roundedDuration(milliseconds, locale) });
}
