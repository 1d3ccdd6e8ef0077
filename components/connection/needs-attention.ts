import { failureAt, type Failure } from '../../utils/domain/failure';
import { CONNECT, OPEN_SIGN_IN } from '../../utils/words/names';
import type { Status } from '../../utils/status/status';

/** Why the connection does not work, or null where it does, or where there is none. */
export function faultIn({ connection }: Status): Failure | null {
  return connection.phase === 'connected' ? connection.failure : null;
}

/** What needs the player's eye, if anything: one thing at a time, the answer to what was just asked first. */
export function alertOf(status: Status, asked: Failure | null, now: number): Failure | null {
  const { sync } = status.snapshot;
  // Our own limit is no fault: the sync's own line says when it goes on.
  const isStopped =
    sync.state === 'blocked' || (sync.state === 'paused' && sync.failure.cause !== 'own-pause');
  const answer = failureAt(asked, now) ?? failureAt(refusedIn(status), now);
  return answer ?? faultIn(status) ?? (isStopped ? sync.failure : null);
}

/** True while more time is waited for, which a new sign-in at PlayStation gives. */
export function awaitsSignIn({ connection }: Status): boolean {
  return connection.phase === 'connected' && connection.renewal?.step === 'sign-in';
}

/** A check of the sign-in at hand takes a moment: what takes longer is waited for. Milliseconds. */
const MOMENT = 5_000;

/** True while more time is waited for, of a new sign-in or of the one at hand. */
export function isWaiting(status: Status, now: number): boolean {
  const { connection } = status;
  const renewal = connection.phase === 'connected' ? connection.renewal : null;
  if (renewal === null) return false;
  return renewal.step === 'sign-in' || now - renewal.since > MOMENT;
}

/** What gives a connection that runs out, or has ended, more time. */
export function wayOn(status: Status): { name: 'connect' | 'openSignIn'; label: string } {
  return awaitsSignIn(status)
    ? { name: 'openSignIn', label: OPEN_SIGN_IN }
    : { name: 'connect', label: CONNECT };
}

/** Why the player's last request came to nothing. */
function refusedIn({ connection }: Status): Failure | null {
  return connection.phase === 'connected' ? connection.refused : null;
}
