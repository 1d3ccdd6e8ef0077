import { timeSince } from '../format/dates';
import { justNow } from './en/app.json';

/** How long ago: `just now`, `5 minutes ago`, `yesterday`. */
export function ago(instant: number, now: number, locale: string): string {
  return timeSince(instant, now, locale) ?? justNow;
}
