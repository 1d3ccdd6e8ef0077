import {
  isAtSony,
  type Attempt,
  type Attempting,
  type WaitingForSignIn,
} from '../domain/connection/connection';
import { isOfAccount, isPassing, type Failure } from '../domain/failure';
import {
  isLastingWait,
  isTryDue,
  withTryAt,
  withTryBy,
  withWanted,
} from '../domain/connection/wanted';
import { attemptOf, failIfTooLong } from './attempt-rules';
import type { AttemptRecord } from './attempts';
import type { Asker } from './ports';

type Wait = Pick<WaitingForSignIn, 'since' | 'laterThan'> & { wanted: Failure | undefined };

/** A sign-in is waited for from now on, with what Sony wants first where that is known. */
export function waitingForSignIn(
  attempt: Attempt,
  { since, laterThan, wanted }: Wait,
): WaitingForSignIn {
  const waiting: WaitingForSignIn = {
    ...attemptOf(attempt),
    phase: 'waiting-for-sign-in',
    ...{ since, laterThan, isShown: false, tries: 0, nextAt: 0 },
  };
  return wanted === undefined ? waiting : withWanted(waiting, wanted, since);
}

/** What is waited for at Sony's has its time: a sign-in half an hour, what Sony wants first as long as it takes. */
export function failIfWaitIsOver(waiting: WaitingForSignIn, now: number): void {
  if (isLastingWait(waiting)) return;
  failIfTooLong(waiting, now, waiting.wanted?.cause ?? 'not-signed-in');
}

/** True where Sony may be asked now; what is waited for without an end is tried in its time. */
export async function beginTry(
  record: AttemptRecord,
  waiting: WaitingForSignIn,
  asker: Asker,
  now: number,
): Promise<boolean> {
  if (waiting.wanted === undefined) return true;
  if (asker === 'automatic' && !isTryDue(waiting, now)) return false;
  // Written first: a worker that dies in a try has had it.
  await record.advanceWaiting((current) => withTryBy(current, asker, now));
  return true;
}

/** Sony wants something of the player first. */
export function want(record: AttemptRecord, wanted: Failure, now: number): Promise<void> {
  return record.advance((current) => {
    if (current.phase === 'waiting-for-sign-in') return withWanted(current, wanted, now);
    if (current.phase !== 'old-session') return current;
    return waitingForSignIn(current, { since: now, laterThan: current.endsAt, wanted });
  });
}

/** Whoever has done what they were told to do is told what keeps it: that is waited for like any pause. */
function isSignInDone(attempt: Attempting): boolean {
  const isWanted = attempt.phase === 'waiting-for-sign-in' && attempt.wanted !== undefined;
  return isAtSony(attempt) && !isWanted;
}

/** What a try that gave no tokens says of the waiting. False where it ends that. */
export async function noteFailedTry(
  record: AttemptRecord,
  failure: Failure,
  asker: Asker,
  now: number,
): Promise<boolean> {
  if (isOfAccount(failure)) {
    await want(record, failure, now);
    return true;
  }
  if (isPassing(failure)) {
    if (isSignInDone(await record.read())) return false;
    const { cause, until } = failure;
    if (cause === 'sign-in-pause' && until !== undefined) {
      await record.advanceWaiting((waiting) => withTryAt(waiting, until));
    }
    return true;
  }
  if (failure.cause !== 'session-half-dead') return false;
  // Signed in anew, and sent back to sign in: so it goes until new terms are accepted. Sooner the old cookie may be there.
  if (asker === 'late-sign-in') await want(record, { cause: 'terms-to-accept' }, now);
  return true;
}
