import { shortDay, timeSince } from '../format/dates';
import { justNow } from './en/app.json';

const LONG = 30 * 86_400_000;

/** How long ago: `just now`, `5 minutes ago`, `yesterday`; of what is long past the day says more. */
export function ago(instant: number, now: number, locale: string): string {
  if (now - instant >= LONG) return shortDay(instant, locale);
  return timeSince(instant, now, locale) ?? justNow;
}
