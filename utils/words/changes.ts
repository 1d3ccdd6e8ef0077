import { shortDay } from '../format/dates';
import * as words from './en/changes.json';

export * as changesWords from './en/changes.json';

/** For example `Seen on 12 Nov 2026`. */
export function seenOn(instant: number, locale: string): string {
  return words.seen({ day: shortDay(instant, locale) });
}
