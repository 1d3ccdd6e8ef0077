import { isLasting, isOfConnection, type Cause, type Failure } from '../domain/failure';
import { HOUR, MINUTE } from '../domain/time-units';

/** Waits between tries that each came no further. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];
/** Between tries at what a sync could not get: one that never comes is asked for once a day in the end. */
const GAP_WAITS = [...WAITS, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];
/** What somebody has to put right is looked at again by itself, in case that nobody says when it is. */
const LASTING_WAITS = [...WAITS, 6 * HOUR];
/** A pause that Sony asked for without saying how long: its limit is said to count over 15 minutes. */
const UNSAID_PAUSES = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR];
/** Sony's edge blocks an address for hours, and asking again prolongs it. */
const EDGE_WAITS = [HOUR, 6 * HOUR, 24 * HOUR];

/**
 * When a stopped sync goes on by itself, in milliseconds since 1970.
 * @param stops how often it has stopped before without coming further
 * @param stoppedBy why the last time: only a limit that was met before did not end when it had said
 */
export function resumeInstant(
  failure: Failure,
  stops: number,
  now: number,
  stoppedBy: Cause | null = failure.cause,
): number {
  const isNew = failure.cause === 'too-many-requests' && stoppedBy !== failure.cause;
  return instantAfter(failure, waitsFor(failure), isNew ? 0 : stops, now);
}

/** When is tried again what a sync could not get, after so many tries. */
export function retryInstant(failure: Failure, again: number, now: number): number {
  return instantAfter(failure, GAP_WAITS, again, now);
}

function instantAfter(failure: Failure, waits: number[], before: number, now: number): number {
  const ours = now + (waits[Math.min(before, waits.length - 1)] ?? HOUR);
  if (failure.until === undefined) return ours;
  // A limit says when it ends, and so do we of the connection; a server that has trouble only hopes so.
  const isTrouble = failure.cause === 'sony-down' && !isOfConnection(failure);
  // So does a limit that did not end when it had said.
  const isHope = isTrouble || (failure.cause === 'too-many-requests' && before > 0);
  return Math.max(failure.until, isHope ? ours : now);
}

/** What has waits of its own: a device that was offline for a night says nothing of Sony. */
const OF_ITS_OWN: readonly (Cause | null)[] = ['edge-block', 'offline'];

/** Whether a stop goes on with the waits of the one before. */
export function hasSameWaits(before: Cause | null, cause: Cause): boolean {
  return before === cause || !(OF_ITS_OWN.includes(before) || OF_ITS_OWN.includes(cause));
}

function waitsFor(failure: Failure): number[] {
  if (failure.cause === 'edge-block') return EDGE_WAITS;
  if (isLasting(failure)) return LASTING_WAITS;
  return failure.cause === 'too-many-requests' ? UNSAID_PAUSES : WAITS;
}
