import { isEnded, type Failure } from '../domain/failure';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits between tries that each came no further. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];
/** A pause that Sony asked for without saying how long: its limit is said to count over 15 minutes. */
const UNSAID_PAUSES = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR];
/** Sony's edge blocks an address for hours, and asking again prolongs it; an ended connection needs the player. */
const EDGE_WAITS = [6 * HOUR, 24 * HOUR];

/**
 * When a stopped sync goes on by itself, in milliseconds since 1970.
 * @param stops how often it has stopped before without coming further
 */
export function resumeInstant(failure: Failure, stops: number, now: number): number {
  if (failure.until !== undefined) return Math.max(failure.until, now);
  const waits = waitsFor(failure);
  return now + (waits[Math.min(stops, waits.length - 1)] ?? HOUR);
}

function waitsFor(failure: Failure): number[] {
  if (failure.cause === 'edge-block' || isEnded(failure)) return EDGE_WAITS;
  // The device says when it is online again; until then there is nothing to ask.
  if (failure.cause === 'offline') return [MINUTE];
  return failure.cause === 'too-many-requests' ? UNSAID_PAUSES : WAITS;
}
