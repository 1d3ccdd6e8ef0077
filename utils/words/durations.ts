import { hoursAndMinutes, roundedDuration } from '../format/durations';

/** Time spent playing: `34 hr 12 min`. */
export function playtime(seconds: number, locale: string): string {
  return seconds < 60 ? 'under a minute' : hoursAndMinutes(Math.floor(seconds / 60), locale);
}

/** How long something will take, in milliseconds: `about 1 hour 15 minutes`. */
export function roughly(milliseconds: number, locale: string): string {
  return milliseconds < 10_000 ? 'a few seconds' : `about ${roundedDuration(milliseconds, locale)}`;
}
