import type { TimeLeft, Zone } from '../domain/connection/token-life';
import * as words from './en/token-life.json';

export {
  /** What the region is called for those who hear it. */
  tokenLife as TOKEN_LIFE,
  ended as EXPIRED,
  /** Over by the clock, and Sony has not been heard yet. */
  beingChecked as BEING_CHECKED,
  /** What stands there where the connection stopped before its end. */
  notWorking as NOT_WORKING,
} from './en/token-life.json';

/** Each zone in words: colour alone says nothing to many. */
export const ZONES: Record<Zone, string> = words.zones;

/** What each zone means for the player. */
export const ZONE_HINTS: Record<Zone, string> = words.zoneHints;

/** What stands in the header, for those who hear it: `PlayStation connection: Connected, 57 days left`. */
export function chipName(zone: Zone | null, left: string): string {
  return zone === null ? words.chip({ left }) : words.chipInZone({ zone: ZONES[zone], left });
}

/** How long the connection lasts, for example `57 days left`. */
export function timeLeftWords({ value, unit }: TimeLeft, locale: string): string {
  return words.left[unit]({ value }, locale);
}

/** The same of an end that is guessed, for example `About 6 days left`. */
export function aboutTimeLeft({ value, unit }: TimeLeft, locale: string): string {
  return words.aboutLeft[unit]({ value }, locale);
}
