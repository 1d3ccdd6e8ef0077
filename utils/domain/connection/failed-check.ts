import { withSeen, type Session } from './connection';
import { isOfStorage, isPassing, isSpell, type Cause, type Failure } from '../failure';
import { DAY, HOUR } from '../time-units';

/** True where only asking has failed: a page in the way, half an answer or none is no word about the sign-in. */
export function isOfAsking(failure: Failure): boolean {
  return isPassing(failure) || isSpell(failure);
}

/** A fault of our own, and access that the player withholds, say nothing of the sign-in either. */
const NOBODYS_WORD: readonly Cause[] = ['unexpected', 'permission-missing'];

/** How long after a failure that says nothing of the sign-in it is checked again; null where Sony has refused it. */
export function nextCheckAfter(failure: Failure): number | null {
  if (isOfAsking(failure) || isOfStorage(failure) || NOBODYS_WORD.includes(failure.cause))
    return HOUR;
  // Whom Sony's edge turns away is not known there; it is asked no sooner than on any day.
  return failure.cause === 'edge-block' ? DAY : null;
}

/** True where Sony would not trade the sign-in, whatever it wants first. */
export function isRefusal(failure: Failure): boolean {
  return nextCheckAfter(failure) === null;
}

/**
 * @param traded what was to be traded, noted by its own end: a later sign-in is otherwise another one at each look, and
 * asked for a code anew; null where it has not come so far
 */
export function withRefused(
  session: Session,
  now: number,
  traded: Pick<Session, 'endsAt'> | null,
): Session {
  const { endsAt } = traded ?? session;
  return withSeen(session, { state: 'refused', endsAt, seenAt: now }, now);
}
