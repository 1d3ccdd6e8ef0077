import { shortDay, timeSince } from '../format/dates';
import { justNow } from './en/app.json';

const LONG = 30 * 86_400_000;

/** Of what is long past the day says more than how long ago it was. */
export function isLongAgo(instant: number, now: number): boolean {
  return now - instant >= LONG;
}

/** How long ago: `just now`, `5 minutes ago`, `yesterday`; of what is long past its day. */
export function ago(instant: number, now: number, locale: string): string {
  if (isLongAgo(instant, now)) return shortDay(instant, locale);
  return timeSince(instant, now, locale) ?? justNow;
}
