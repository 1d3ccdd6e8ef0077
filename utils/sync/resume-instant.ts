import { isEnded, type Failure } from '../domain/failure';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits between tries that each came no further. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];
/** Sony's edge blocks an address for hours, and asking again prolongs it; an ended connection needs the player. */
const EDGE_WAITS = [6 * HOUR, 24 * HOUR];

/**
 * When a stopped sync goes on by itself, in milliseconds since 1970.
 * @param stops how often it has stopped before without coming further
 */
export function resumeInstant(failure: Failure, stops: number, now: number): number {
  if (failure.until !== undefined) return Math.max(failure.until, now);
  const isLong = failure.cause === 'edge-block' || isEnded(failure);
  const waits = isLong ? EDGE_WAITS : WAITS;
  return now + (waits[Math.min(stops, waits.length - 1)] ?? HOUR);
}
