import { clock } from '../format/dates';
import * as words from './en/sync.json';

/** Why less is asked than Sony allows, while that is so; null otherwise. */
export function sharedLimit(until: number | null, now: number, locale: string): string | null {
  if (until === null || until <= now) return null;
  return words.sharedLimit({ time: clock(until, now, locale) });
}
