import {
  failureAt,
  isOfAccount,
  isOfPastedCode,
  isOfStorage,
  type Cause,
  type Failure,
} from '../failure';
import { lostSignIn, toldOfConnected, type Standing } from './all-well';
import { isAttempt, isEnding, type Attempting, type Connected } from './connection';
import { waitFailureOf } from './attempt-wait';
import { isNobodySignedIn } from './wanted';
import { isRunningOut, isWorthRenewing, zoneIn } from './token-life';

/**
 * What a click does. `connect`: trades the sign-in at hand. `start-fresh`: a sign-out at PlayStation, and a new sign-in.
 * `sign-in`: a sign-in of this player's, by whatever it takes. `renew-by-itself`: switches renewal on. `sync`: asks
 * Sony again. `allow-hosts`: the browser's own question. `open-playstation`: Sony's site, where something is to be done.
 */
export type NeedAction =
  | 'connect'
  | 'connect-anyway'
  | 'start-fresh'
  | 'sign-in'
  | 'paste'
  | 'renew-by-itself'
  | 'sync'
  | 'allow-hosts'
  | 'open-playstation';

/** What a connection that works needs of its player. */
export type OfSignIn =
  | 'runs-out'
  | 'more-time'
  | 'renewal-off'
  | 'signed-out'
  | 'other-account-signed-in'
  | 'sign-in-refused'
  | 'no-sign-in';

/** What is about the sign-in or the connection itself, and no failure. */
export type NeedState =
  | 'not-connected'
  | OfSignIn
  | Extract<Attempting['phase'], 'waiting-for-access' | 'old-session' | 'signing-out'>
  | 'waiting-for-sign-in';

/** Trading, or asking Sony, once more: whichever the player was about. */
type CauseAction = NeedAction | 'again';

/** The one table: what puts each state and each failure right. Where it is said in words: `utils/words/needs.ts`. */
export const NEEDS: Record<NeedState, NeedAction> & Record<Cause, CauseAction> = {
  'not-connected': 'connect',
  'runs-out': 'start-fresh',
  'more-time': 'connect',
  'renewal-off': 'renew-by-itself',
  'signed-out': 'sign-in',
  'other-account-signed-in': 'sign-in',
  'sign-in-refused': 'sign-in',
  'no-sign-in': 'sign-in',
  'waiting-for-access': 'allow-hosts',
  // With the other way beside it, of the same weight.
  'old-session': 'start-fresh',
  // Shows Sony's page once more.
  'signing-out': 'start-fresh',
  'waiting-for-sign-in': 'sign-in',

  'not-signed-in': 'sign-in',
  'session-half-dead': 'sign-in',
  'other-account': 'sign-in',
  'terms-to-accept': 'open-playstation',
  'profile-unfinished': 'open-playstation',
  'child-account': 'open-playstation',
  'account-attention': 'open-playstation',
  'not-permitted': 'open-playstation',
  'permission-missing': 'allow-hosts',
  'npsso-refused': 'paste',
  'paste-interrupted': 'paste',
  'token-refused': 'connect',
  'token-replaced': 'connect',
  'token-lost': 'connect',
  'access-refused': 'connect',
  'connection-expired': 'connect',
  'storage-renewed': 'connect',
  'code-refused': 'again',
  'refused-alone': 'again',
  'too-many-requests': 'again',
  'own-pause': 'again',
  'edge-block': 'again',
  'sony-down': 'again',
  'no-answer': 'again',
  offline: 'again',
  'answer-not-understood': 'again',
  'list-short': 'again',
  'not-found': 'again',
  'sign-in-pause': 'again',
  'storage-unavailable': 'again',
  'private-window': 'again',
  'storage-full': 'again',
  'storage-damaged': 'again',
  'storage-silent': 'again',
  'storage-newer': 'again',
  'library-connected': 'again',
  'library-compared': 'again',
  'notifications-refused': 'again',
  'left-behind': 'again',
  unexpected: 'again',
};

/** What is needed of the player: why, and the one thing to do. */
export interface Need {
  state: NeedState | Cause;
  action: NeedAction;
}

/** The failure that the player is told of, if any: one at a time, the answer to what was just asked first. */
export function toldFailure(standing: Standing): Failure | null {
  const { connection, asked, now } = standing;
  if (connection.phase === 'connected') return toldOfConnected(connection, standing);
  const answer = failureAt(asked, now);
  if (answer !== null) return answer;
  const awaited = isAttempt(connection) ? waitFailureOf(connection) : null;
  if (awaited !== null) return awaited;
  if (connection.phase === 'waiting-for-sign-in') return connection.wanted ?? null;
  return connection.phase === 'disconnected' ? failureAt(connection.failure, now) : null;
}

/** The one thing that is needed of the player; null where all goes on by itself. */
export function needOf(standing: Standing): Need | null {
  const { connection } = standing;
  if (isEnding(connection)) return null;
  const awaited = isAttempt(connection) ? waitFailureOf(connection) : null;
  if (awaited !== null) return of(awaited.cause, 'connect');
  if (connection.phase === 'connecting') return null;
  const told = toldFailure(standing);
  if (connection.phase === 'disconnected') return needOfDisconnected(told);
  if (told?.cause === 'permission-missing') return of(told.cause, 'connect');
  if (told !== null && isPastedAgain(told)) return { state: told.cause, action: 'paste' };
  if (isAttempt(connection)) return needOfAttempt(connection);
  return needOfConnected(connection, standing, told);
}

/**
 * True where another code is what is needed of a connection too. What names no end, and nothing at Sony's, stays told for
 * as long as nothing else is asked for: then what the connection itself needs comes first.
 */
function isPastedAgain(told: Failure): boolean {
  const hasEnd = told.until !== undefined || NEEDS[told.cause] === 'open-playstation';
  return isOfPastedCode(told) && hasEnd;
}

/** Connecting asks in the click for what the browser keeps from us, and waits for a sign-in. */
const BY_CONNECTING: readonly Cause[] = ['not-signed-in', 'permission-missing'];

function needOfDisconnected(told: Failure | null): Need {
  if (told === null) return of('not-connected', 'connect');
  if (isOfPastedCode(told)) return { state: told.cause, action: 'paste' };
  if (BY_CONNECTING.includes(told.cause) && !isNobodySignedIn(told))
    return { state: told.cause, action: 'connect' };
  return of(told.cause, 'connect');
}

function needOfAttempt(attempt: Exclude<Attempting, { phase: 'connecting' }>): Need {
  if (attempt.phase === 'waiting-for-sign-in' && attempt.wanted !== undefined) {
    return of(attempt.wanted.cause, 'connect');
  }
  return of(attempt.phase, 'connect');
}

function needOfConnected(
  connection: Connected,
  standing: Standing,
  told: Failure | null,
): Need | null {
  const { renewal, failure } = connection;
  if (renewal !== null) return needOfRenewal(renewal.step);
  if (failure !== null) return needOfBroken(connection, told ?? failure, standing.now);
  const known = signInNeed(connection, standing);
  if (told === null) return known;
  // Storage that is only silent takes what is asked for as soon as it answers.
  if (told.cause === 'storage-silent' && known !== null) return { ...known, state: told.cause };
  // Where nothing but asking again is left, what is known of the sign-in may say more, if it can be stored.
  const isPassing = NEEDS[told.cause] === 'again' && !isOfStorage(told);
  const saysMore = isPassing || told.cause === 'not-signed-in';
  if (saysMore && known !== null) return known;
  return isOfPastedCode(told) ? { state: told.cause, action: 'paste' } : of(told.cause, 'sync');
}

function needOfRenewal(step: NonNullable<Connected['renewal']>['step']): Need | null {
  if (step === 'exchange') return null;
  return of(step === 'sign-out' ? 'signing-out' : 'waiting-for-sign-in', 'connect');
}

/** What gets a connection back is what there is of a sign-in. */
function needOfBroken({ tokenLife }: Connected, told: Failure, now: number): Need {
  const { cause } = told;
  if (isOfAccount(told) || NEEDS[cause] === 'paste') return of(cause, 'connect');
  const { state, endsAt } = tokenLife.session;
  const isOver = endsAt !== null && endsAt <= now;
  if (state !== 'alive' || isOver) return { state: cause, action: 'sign-in' };
  const isShort = endsAt !== null && isRunningOut(endsAt, now);
  return { state: cause, action: isShort ? 'start-fresh' : 'connect' };
}

const LOST = {
  'signed-out': 'signed-out',
  'other-account': 'other-account-signed-in',
  refused: 'sign-in-refused',
} as const;

/** What the sign-in at PlayStation makes needed of a connection that works. */
function signInNeed(connection: Connected, { renews, now }: Standing): Need | null {
  const { tokenLife } = connection;
  const { state, endsAt } = tokenLife.session;
  const lost = lostSignIn(tokenLife.session);
  if (lost !== null) return of(LOST[lost], 'connect');
  if (zoneIn(connection, renews, now) === 'green') return null;
  const isOwn = state === 'alive';
  // Nobody has looked at a sign-in: the switch is why.
  if (!isOwn && !renews) return of('renewal-off', 'connect');
  // Nobody has looked yet, which is not to say that nobody is there.
  if (state === 'unknown' && endsAt === null) return of('more-time', 'connect');
  const isThere = isOwn || (endsAt !== null && endsAt > now);
  if (!isThere) return of('no-sign-in', 'connect');
  // Whose end Sony has not named may last long: a sign-out for it is not asked for.
  if (endsAt === null) return of('more-time', 'connect');
  if (isRunningOut(endsAt, now)) return of('runs-out', 'connect');
  // Whose it is a click finds out.
  const isWorth = !isOwn || isWorthRenewing(tokenLife, endsAt, now);
  return of(isWorth ? 'more-time' : 'renewal-off', 'connect');
}

/** @param again what once more is, here */
function of(state: Need['state'], again: 'connect' | 'sync'): Need {
  const action = NEEDS[state];
  return { state, action: action === 'again' ? again : action };
}
