import type { Connected, Connection, Recovery, TokenLife } from './connection';
import { isEnded, isPassing, type Failure } from '../failure';
import { withNobodySeen } from './gone-session';
import { isUnasked, type Asker } from './sign-in-limits';
import { connectionEndsAt, isHalfOver, isJustRefused } from './token-life';
import { HOUR, MINUTE } from '../time-units';

/** Between tries in a row: minutes, growing. */
const WAITS = [2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE];
/** And on, where nobody is signed in and the token is spent: a sign-in is another session, and is tried at once. */
const SIGNED_OUT_WAITS = [...WAITS, HOUR, 2 * HOUR, 4 * HOUR];
const LONGEST_WAIT = 6 * HOUR;
/** What Sony has just taken it is not asked about again, however short it says that its life is. */
const PROVED_FOR = HOUR;

/** How the next access token is to be had: by the refresh token, by the sign-in, or later. */
export type TokenStep = 'refresh' | 'recover' | 'wait';

export function tokenStep(connection: Connected, now: number): TokenStep {
  const isLater = isTryLater(connection.recovery, now);
  if (isLost(connection)) return isLater ? 'wait' : 'recover';
  return isOverBeside(connection.tokenLife, now) && !isLater ? 'recover' : 'refresh';
}

/** True where the refresh token is over beside a sign-in that lives: sent first, it would be refused, and told as an end. */
function isOverBeside({ refreshTokenEndsAt, session }: TokenLife, now: number): boolean {
  const { state, endsAt } = session;
  return refreshTokenEndsAt <= now && state === 'alive' && endsAt !== null && endsAt > now;
}

/** True where no token may be had, or is known to be good: data that is refused says nothing of either. */
function isLost({ failure, recovery }: Connected): boolean {
  const isBroken = failure !== null && failure.cause !== 'access-refused';
  return isBroken || (recovery !== null && recovery.token !== 'good');
}

/** True where a connection gives access that, as far as is known, Sony takes. */
export function isWorking(connection: Connection): boolean {
  return connection.phase === 'connected' && connection.failure === null && !isLost(connection);
}

/** No wait is longer than those that there are: what lies beyond is of another clock. */
export function isTryLater(recovery: Recovery | null, now: number): boolean {
  const { nextAt = 0, tries = 0 } = recovery ?? {};
  const left = nextAt - now;
  return left > 0 && left <= (tries > WAITS.length + 1 ? LONGEST_WAIT : HOUR);
}

/** What Sony has refused is tried again by itself in its time only: sooner it looks like an attack. */
export function isTooEarly({ failure, recovery, tokenLife }: Connected, now: number): boolean {
  return failure === null ? isJustRefused(tokenLife, now) : isTryLater(recovery, now);
}

/** True where a sign-in is exchanged whose end Sony does not name, for a while or for good: nothing else tells of it. */
export function isTriedUnseen(connection: Connected, asker: Asker, now: number): boolean {
  const { tokenLife, failure } = connection;
  const { state } = tokenLife.session;
  // A click finds out whose it is; that of somebody else is only tried once there was a sign-in.
  if (!isUnasked(asker)) return state !== 'other-account' || asker !== 'player';
  const isDue = (failure !== null || isHalfOver(tokenLife, now)) && !isTooEarly(connection, now);
  return state === 'alive' && isDue;
}

/** Why there is no token now, and until when. */
export function lossOf({ failure, recovery }: Connected): Failure {
  const loss = failure ?? recovery?.failure ?? { cause: 'unexpected' };
  return recovery === null ? loss : { ...loss, until: recovery.nextAt };
}

/** True where the token may have been dealt with: then it is not simply sent once more. */
export function isAnswered({ cause, status }: Failure): boolean {
  if (cause === 'no-answer') return status !== undefined;
  const isTurnedAway = cause === 'edge-block' || cause === 'permission-missing';
  return cause === 'sony-down' || !(isPassing({ cause }) || isTurnedAway);
}

/** True where Sony has taken this token for the last time, or may have given another for it. */
function isSpent({ status = 200, cause }: Failure): boolean {
  const isUnreadable = cause === 'answer-not-understood' || cause === 'no-answer';
  return isEnded({ cause }) || (isUnreadable && status < 400);
}

/** The refresh token is on its way: a worker that dies now is followed by one that knows. */
export function withTokenSent(connection: Connected, now: number): Connected {
  const { recovery } = connection;
  const failure: Failure = { cause: 'no-answer', during: 'refresh' };
  const tries = recovery?.tries ?? 0;
  return { ...connection, recovery: { token: 'doubtful', failure, tries, nextAt: now } };
}

/** It never reached Sony, and is as it was before: no try is spent, and the next one waits ever longer all the same. */
export function withTokenUnsent(
  connection: Connected,
  before: Recovery | null,
  failure: Failure,
  now: number,
): Connected {
  const { token = 'good', tries = 0, unsent = 0 } = before ?? {};
  const isWaiting = before !== null && isTryLater(before, now);
  const waited = isWaiting ? before.nextAt : now + (WAITS[unsent] ?? HOUR);
  const nextAt = laterOf(waited, failure, now);
  const recovery = { token, failure, tries, nextAt, unsent: isWaiting ? unsent : unsent + 1 };
  return { ...connection, recovery };
}

/** Sony has answered, and it was no token. That this is the end is not told before the sign-in was tried: `withEndTold`. */
export function withTokenAnswered(
  connection: Connected,
  before: Recovery | null,
  failure: Failure,
  now: number,
): Connected {
  // Got back a moment ago, and lost again without anything between.
  const isReplaced =
    failure.cause === 'token-refused' && connection.failure === null && isJustTried(before, now);
  const told: Failure = isReplaced ? { ...failure, cause: 'token-replaced' } : failure;
  const token = isSpent(failure) ? 'spent' : 'doubtful';
  const tried = triedOnce(before, now);
  return {
    ...connection,
    recovery: { ...tried, nextAt: laterOf(tried.nextAt, failure, now), token, failure: told },
  };
}

/** The sign-in has given no tokens either: where Sony named nobody, that says the same. */
export function withEndTold(connection: Connected, now: number): Connected {
  const { failure, recovery, tokenLife } = connection;
  if (failure !== null || recovery?.token !== 'spent') return connection;
  const known = tokenLife.session;
  const session = known.goneSince === undefined ? known : withNobodySeen(known, now, true);
  return { ...connection, failure: recovery.failure, tokenLife: { ...tokenLife, session } };
}

/** Whoever has said when the next request is welcome is not asked before. */
function laterOf(ours: number, { until = 0 }: Failure, now: number): number {
  return Math.max(ours, Math.min(until, now + HOUR));
}

/** One more try begins. */
export function withTry(connection: Connected, now: number): Connected {
  const { recovery, failure: known } = connection;
  const failure: Failure = recovery?.failure ?? known ?? { cause: 'unexpected' };
  const token = recovery?.token ?? 'good';
  const isSignedOut = token === 'spent' && connection.tokenLife.session.state === 'signed-out';
  const next = nextTry(recovery, now, isSignedOut);
  return { ...connection, recovery: { ...next, token, failure } };
}

/** True where a try was a moment ago, so that the next one waits for its time. */
export function isJustTried(recovery: Recovery | null, now: number): boolean {
  return recovery !== null && recovery.tries > 0 && isTryLater(recovery, now);
}

/** The connection works again, by tokens of the sign-in: should they be lost at once, the next try waits. */
export function gotBack({ recovery }: Connected): Recovery | null {
  return recovery === null ? null : { ...recovery, token: 'good' };
}

/** What keeps the sign-in from giving tokens is what the player has to know, where nothing else gives any. */
export function withLastingCause(connection: Connected, cause: Failure): Connected {
  return connection.recovery?.token === 'spent' || connection.failure !== null
    ? { ...connection, failure: cause }
    : connection;
}

/** When there is something to try without anybody asking for data; null where only the player can do something. */
export function nextProofAt(connection: Connected, renews: boolean): number | null {
  const { failure, recovery, tokenLife } = connection;
  const nextAt = recovery?.nextAt ?? 0;
  if (!isLost(connection)) {
    const taken = endsWithItsSession(tokenLife) ? 0 : tokenLife.provedAt + PROVED_FOR;
    return Math.max(connectionEndsAt(tokenLife, false), taken, nextAt);
  }
  // Until it is told that this is the end, the worker that was to say so may have died.
  return failure !== null && recovery?.token === 'spent' && !renews ? null : nextAt;
}

/** A short life is true where the session is as short: a token ends with the session that it was given from. */
function endsWithItsSession({ session, refreshTokenEndsAt }: TokenLife): boolean {
  return session.endsAt !== null && Math.abs(refreshTokenEndsAt - session.endsAt) <= MINUTE;
}

function triedOnce(before: Recovery | null, now: number): Pick<Recovery, 'tries' | 'nextAt'> {
  return before !== null && isJustTried(before, now) ? before : nextTry(before, now);
}

function nextTry(
  before: Recovery | null,
  now: number,
  isSignedOut = false,
): Pick<Recovery, 'tries' | 'nextAt'> {
  const tries = before?.tries ?? 0;
  const [waits, longest] = isSignedOut ? [SIGNED_OUT_WAITS, LONGEST_WAIT] : [WAITS, HOUR];
  return { tries: tries + 1, nextAt: now + (waits[tries] ?? longest) };
}
