import { isOfAccount, isOfPastedCode, type Failure } from '../failure';
import { DISCONNECTED, type Connection, type WaitingForSignIn } from './connection';
import { isWorking } from './recovery';
import type { Asker } from './sign-in-limits';
import { HOUR, MINUTE } from '../time-units';

/** Between tries that nobody is there for. */
const WAITS = [1, 2, 5, 10, 30, 60, 120, 240].map((minutes) => minutes * MINUTE);
const LONGEST_WAIT = 6 * HOUR;

/** Waiting while Sony wants something of the player first. */
export function withWanted(
  waiting: WaitingForSignIn,
  wanted: Failure,
  now: number,
): WaitingForSignIn {
  // What was tried was the awaited sign-in: from now on it counts as it is.
  const isNew = waiting.wanted === undefined;
  return { ...waiting, ...(isNew ? firstTry(now) : {}), laterThan: null, wanted };
}

/** One more try begins. Where somebody is there for it, the next ones follow as quickly as at first. */
export function withTryBy(waiting: WaitingForSignIn, asker: Asker, now: number): WaitingForSignIn {
  if (asker !== 'automatic') return { ...waiting, ...firstTry(now) };
  const tries = waiting.tries + 1;
  return { ...waiting, tries, nextAt: now + (WAITS[tries] ?? LONGEST_WAIT) };
}

/** The try was too early for Sony's limits: it is made up for. */
export function withTryAt(waiting: WaitingForSignIn, instant: number): WaitingForSignIn {
  return { ...waiting, nextAt: Math.min(waiting.nextAt, instant) };
}

/** No wait is longer than the longest: what lies beyond is of another clock. */
export function isTryDue({ nextAt }: WaitingForSignIn, now: number): boolean {
  return nextAt <= now || nextAt > now + LONGEST_WAIT;
}

/** True where what Sony wants is waited for without an end: a connection that works is better gone back to. */
export function isLastingWait({ wanted, former }: WaitingForSignIn): boolean {
  return wanted !== undefined && !isWorking(former);
}

/** When to wake for the next try; null where that is every minute or never. */
export function nextWantedAt(connection: Connection): number | null {
  const isLasting = connection.phase === 'waiting-for-sign-in' && isLastingWait(connection);
  return isLasting ? connection.nextAt : null;
}

/**
 * Where an attempt came to nothing for what the player has to do at Sony's first: what that is. Not where it was for a
 * pasted code's account: the sign-in in this browser may be somebody else's.
 */
export function wantedBefore(connection: Connection): Failure | null {
  if (connection.phase !== 'disconnected' || connection.failure === null) return null;
  const { failure } = connection;
  if (isOfPastedCode(failure)) return null;
  return isOfAccount(failure) || isNobodySignedIn(failure) ? failure : null;
}

/** True where Sony has said so, and not where a sign-in was waited for in vain. */
export function isNobodySignedIn({ cause, during }: Failure): boolean {
  return cause === 'not-signed-in' && during === 'session';
}

/** Goes on by itself with the sign-in at hand, for which no page of Sony's has to be shown. */
export function carriedOnQuietly(wanted: Failure, id: string, now: number): WaitingForSignIn {
  return {
    ...{ phase: 'waiting-for-sign-in', id, way: 'connect', former: DISCONNECTED },
    ...{ since: now, laterThan: null, isShown: true, wanted },
    ...firstTry(now),
  };
}

function firstTry(now: number): Pick<WaitingForSignIn, 'tries' | 'nextAt'> {
  return { tries: 0, nextAt: now + (WAITS[0] ?? LONGEST_WAIT) };
}
