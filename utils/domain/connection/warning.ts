import { isEnded } from '../failure';
import type { Connected } from './connection';
import { connectionEndsAt, zoneIn, type Zone } from './token-life';

/** The zones that the player can be warned of. */
export const WARNED_ZONES = ['amber', 'red', 'expired'] as const;
export type WarnedZone = (typeof WARNED_ZONES)[number];

/** So many tries to get a connection back from a living sign-in come before its end is told of. */
const TRIES_BEFORE_END = 2;

/** The zone that the player may be told of; null while that is still being found out, or mostly passes after a while. */
export function knownZone(connection: Connected, renews: boolean, now: number): Zone | null {
  const { failure, recovery, tokenLife } = connection;
  // Over by the clock alone: a clock can be wrong.
  if (failure === null)
    return connectionEndsAt(tokenLife, renews) <= now ? null : zoneIn(connection, renews, now);
  if (failure.cause === 'access-refused') return null;
  const isRecoverable = isEnded(failure) && renews && tokenLife.session.state === 'alive';
  const tries = recovery?.tries ?? 0;
  return isRecoverable && tries <= TRIES_BEFORE_END ? null : 'expired';
}

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
