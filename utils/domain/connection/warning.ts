import type { Zone } from './token-life';

/** The zones that the player can be warned of. */
export const WARNED_ZONES = ['amber', 'red', 'expired'] as const;
export type WarnedZone = (typeof WARNED_ZONES)[number];

/**
 * The warning that is due, once for each zone on the way down, or null.
 * @param warned the last zone that was warned of, null where none was since the connection was green
 */
export function dueWarning(zone: Zone, warned: WarnedZone | null): WarnedZone | null {
  if (zone === 'green') return null;
  const isLater = warned === null || WARNED_ZONES.indexOf(zone) > WARNED_ZONES.indexOf(warned);
  return isLater ? zone : null;
}

/** True where the connection is better off than when the player was warned last. */
export function isBetter(zone: WarnedZone, warned: WarnedZone | null): boolean {
  return warned !== null && WARNED_ZONES.indexOf(zone) < WARNED_ZONES.indexOf(warned);
}
