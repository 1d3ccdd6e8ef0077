import {
  isLaterSession,
  isSameSession,
  type Attempt,
  type Attempting,
  type ConnectingPhase,
  type OldSession,
  type Settled,
  type SigningOut,
  type TokenLife,
  type WaitingForAccess,
  type WaitingForSignIn,
} from '../domain/connection/connection';
import { withNamedEnd } from '../domain/connection/attempt-wait';
import {
  asOfPastedCode,
  FailureError,
  failureOf,
  isOfAccount,
  type Cause,
  type Failure,
} from '../domain/failure';
import { isCutShort, isPastQuestion } from '../domain/connection/npsso';
import { isRunningOut } from '../domain/connection/token-life';
import type { SessionCheck, Tokens } from './ports';
import { endOf } from './session-check';
import { isSeenHere } from './trading';

/** Nobody waits for longer. */
const WAITING_LIMIT = 30 * 60_000;

/** An attempt whose tokens are stored. */
export type ProfiledAttempt = Extract<ConnectingPhase, { step: 'profile' }>;

export function attemptOf({ id, way, former, ...rest }: Attempt): Attempt {
  return { id, way, former, ...(rest.storage !== undefined && { storage: rest.storage }) };
}

export function restarted(attempt: Attempting): Attempting {
  // It is not asked about again.
  const step = attempt.way === 'paste' && isPastQuestion(attempt) ? 'code' : 'session';
  return { ...attemptOf(attempt), phase: 'connecting', step };
}

export function askingAbout(attempt: Attempt, endsAt: number, askedAt: number): OldSession {
  return { ...attemptOf(attempt), phase: 'old-session', endsAt, askedAt };
}

/** True where the player is asked before a sign-in is traded: the connection would end soon. */
export function isToBeAsked(attempt: Attempting, endsAt: number, now: number): boolean {
  const isShort = attempt.way === 'paste' ? isCutShort : isRunningOut;
  return isShort(endsAt, now) && !isMeant(attempt);
}

/** True where the player wants it however long it lasts, as far as is known. */
function isMeant(attempt: Attempting): boolean {
  const { way, former } = attempt;
  if (way === 'paste') return isPastQuestion(attempt);
  // Who has a connection that does not work any more only wants it back.
  return way === 'connect-anyway' || former.phase === 'connected';
}

export function waitingForAccess(attempt: Attempt, since: number): WaitingForAccess {
  return { ...attemptOf(attempt), phase: 'waiting-for-access', since };
}

export function signingOut(attempt: Attempt, since: number, laterThan: number): SigningOut {
  return { ...attemptOf(attempt), phase: 'signing-out', since, laterThan, isShown: false };
}

export function profiled(
  attempt: Attempt,
  accountId: string,
  tokenLife: TokenLife,
): ProfiledAttempt {
  return { ...attemptOf(attempt), phase: 'connecting', step: 'profile', accountId, tokenLife };
}

export function failIfTooLong(
  { since }: WaitingForAccess | WaitingForSignIn | SigningOut,
  now: number,
  cause: Cause,
): void {
  if (isTooLong({ since }, now)) throw new FailureError({ cause });
}

/** The pasted code, as long as it is there. */
export function storedCode<Code>(code: Code | null): Code {
  if (code === null) throw new FailureError({ cause: 'paste-interrupted' });
  return code;
}

export function isTooLong({ since }: { since: number }, now: number): boolean {
  return now - since > WAITING_LIMIT;
}

/** A sign-in in the place of the one at hand is wanted, where that is known not to do. */
export function isAskedAnew({ way }: Attempt): boolean {
  return way === 'sign-in';
}

/** What is known against the sign-in at hand: that it is somebody else's, or that Sony has refused this very one. */
export function whatIsKnown(
  former: Settled,
  endsAt: number | null,
): 'nothing' | 'other-account' | 'refused' {
  if (former.phase === 'disconnected') {
    return former.failure?.cause === 'session-half-dead' ? 'refused' : 'nothing';
  }
  const { state, endsAt: knownEnd } = former.tokenLife.session;
  const isKnown = knownEnd === endsAt || isSameSession(knownEnd, endsAt);
  return isKnown && (state === 'other-account' || state === 'refused') ? state : 'nothing';
}

/** What the player has to do first, at Sony's, is waited for; any other failure goes on. */
export function ofAccountOnly(thrown: unknown): Failure {
  const failure = failureOf(thrown);
  if (!isOfAccount(failure)) throw thrown;
  return failure;
}

/** The code is gone with its attempt: whatever has kept it from its end, only another one is tried again. */
export function ofPastedCode(thrown: unknown, now: number): FailureError {
  return new FailureError(asOfPastedCode(withNamedEnd(failureOf(thrown), now)));
}

/** Who only wants a connection back does not want somebody else's; a pasted NPSSO is meant. */
export function isOtherAccount({ way, former }: Attempt, { accountId }: Tokens): boolean {
  return way !== 'paste' && former.phase === 'connected' && former.accountId !== accountId;
}

/** What new tokens change for their account: a pasted NPSSO says nothing of a sign-in that was in this browser. */
export function grantedIn({ way }: Attempt, tokenLife: TokenLife): Partial<TokenLife> {
  const { grant, refreshTokenEndsAt, provedAt, session } = tokenLife;
  const isLeft = way === 'paste' && isSeenHere(session);
  return isLeft ? { grant, refreshTokenEndsAt, provedAt } : tokenLife;
}

/** True where this check shows the awaited sign-in, or where only an exchange can tell: Sony will not show it (429). */
export function isAwaited(check: SessionCheck, laterThan: number | null): boolean {
  const endsAt = endOf(check);
  if (endsAt !== null) return isLaterSession(endsAt, laterThan);
  return check.state === 'unknown' && laterThan === null;
}

/**
 * What a check makes of the question whether a sign-in that ends soon will do: another sign-in is taken for as long as
 * any is waited for. In an outage Sony names nobody either, which is believed once the end has come.
 */
export function questionAfter(
  asked: OldSession,
  check: SessionCheck,
  now: number,
): OldSession | 'connect' | 'over' {
  if (check.state === 'signed-out') return asked.endsAt > now ? asked : 'over';
  if (check.state === 'unknown' || isSameSession(check.endsAt, asked.endsAt)) return asked;
  const { endsAt } = check;
  if (isRunningOut(endsAt, now)) return { ...asked, endsAt };
  // Whoever signs in later may be anybody, and nobody has clicked for it.
  return isTooLong({ since: asked.askedAt ?? -Infinity }, now) ? 'over' : 'connect';
}
