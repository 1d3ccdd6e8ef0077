import type { CAUSES } from './causes';

export type Cause = (typeof CAUSES)[number];

/** A failure is data: it crosses the message line, is stored and shown, so it never holds a request, an answer, a URL or a secret. */
export interface Failure {
  cause: Cause;
  /** What was being asked for, in our own words, for example `titles` or `refresh`. */
  during?: string;
  /** The HTTP status, where there was an answer. */
  status?: number;
  /** When to try again, in milliseconds since 1970, where Sony, our own limits or the connection's next try say so. */
  until?: number;
  /** It is about a pasted code, which is gone: whoever is signed in in this browser has nothing to do with it. */
  ofPastedCode?: true;
  /** Where an answer differed from what we know: field paths, never values. */
  fields?: string[];
}

/** A failure on its way to the place that handles it. Its message holds the cause only. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.cause}${failure.during === undefined ? '' : ` (${failure.during})`}`);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** Any thrown value as a failure. What is not ours becomes `unexpected`, and its text is dropped: it may hold anything. */
export function failureOf(thrown: unknown): Failure {
  return thrown instanceof FailureError ? thrown.failure : { cause: 'unexpected' };
}

/** The failure as it stands now: one that named its end is none any more after it. */
export function failureAt(failure: Failure | null, now: number): Failure | null {
  return failure?.until !== undefined && failure.until <= now ? null : failure;
}

const OF_OURS: readonly Cause[] = ['own-pause', 'library-compared'];

/** True of what a sync waits for by our own doing: no fault, its own line says when it goes on, and it does by itself. */
export function isOurPause({ cause }: Failure): boolean {
  return OF_OURS.includes(cause);
}

const PASSING: readonly Cause[] = [
  'too-many-requests',
  'own-pause',
  'sign-in-pause',
  'sony-down',
  'no-answer',
  'offline',
];

const ENDED: readonly Cause[] = [
  'token-refused',
  'token-replaced',
  'token-lost',
  'connection-expired',
];

const OF_ACCOUNT: readonly Cause[] = [
  'terms-to-accept',
  'profile-unfinished',
  'child-account',
  'account-attention',
];

/** True where nothing goes on until the account is connected anew, by the player or by a renewal. */
export function isEnded({ cause }: Failure): boolean {
  return ENDED.includes(cause);
}

/** True where the browser could not store or read something: no answer of Sony's is at fault. */
export function isOfStorage({ cause }: Failure): boolean {
  return cause.startsWith('storage-') || cause === 'private-window';
}

/** True where the player has to do something at Sony's first: no pause, and it goes on by itself once it is done. */
export function isOfAccount({ cause }: Failure): boolean {
  return OF_ACCOUNT.includes(cause);
}

/** What an earlier build stored in `during`, in the place of `ofPastedCode`. */
const EARLIER_OF_PASTED_CODE = 'pasted-code';

/** True where only a code that is pasted again helps: at once, or when what has kept the last one from its end is over. */
export function isOfPastedCode(failure: Failure): boolean {
  const isOfEarlier = failure.during === EARLIER_OF_PASTED_CODE && isOfAccount(failure);
  return failure.ofPastedCode ?? isOfEarlier;
}

/** What is said of codes only, and what keeps any way of connecting from its end. */
const NOT_OF_THIS_CODE: readonly Cause[] = ['npsso-refused', 'permission-missing'];

/** The failure of an attempt with a pasted code, which is gone with it. */
export function asOfPastedCode(failure: Failure): Failure {
  return NOT_OF_THIS_CODE.includes(failure.cause) ? failure : { ...failure, ofPastedCode: true };
}

/** True where waiting alone may help. */
export function isPassing({ cause }: Failure): boolean {
  return PASSING.includes(cause);
}

/** What is about the one thing that was asked for: whatever else is asked for may well be had. */
const OF_ONE_THING: readonly Cause[] = [
  'sony-down',
  'no-answer',
  'not-found',
  'not-permitted',
  'refused-alone',
  'answer-not-understood',
  'unexpected',
];

/** What is asked for of the connection: without an access token nothing else is to be had either. */
const OF_CONNECTION: readonly string[] = ['session', 'code', 'exchange', 'refresh'];

/** Who has set a limit wants it waited out, whatever becomes of the connection. */
const LIMITS: readonly Cause[] = ['too-many-requests', 'own-pause', 'edge-block', 'sign-in-pause'];

/** True where the connection is at fault: once that works again there is nothing left to wait for. */
export function isOfConnection(failure: Failure): boolean {
  const { cause, during = '' } = failure;
  if (LIMITS.includes(cause)) return false;
  const isOfAccess = cause === 'access-refused' || OF_CONNECTION.includes(during);
  return isOfAccess || isEnded(failure) || isOfAccount(failure);
}

/** True where a set, a list or a decoration is not to be had, and nothing else need suffer from it. */
export function costsItself({ cause, during = '' }: Failure): boolean {
  return OF_ONE_THING.includes(cause) && !OF_CONNECTION.includes(during);
}

/** True where the same thing may be had some minutes later: a page instead of data, for example, passes. */
export function isSpell(failure: Failure): boolean {
  const { cause, status = 0, fields } = failure;
  if (cause === 'answer-not-understood') return fields === undefined && status < 400;
  return cause === 'refused-alone' || (costsItself(failure) && isPassing(failure));
}

const LASTING: readonly Cause[] = ['permission-missing', 'not-permitted'];

/** True where no waiting helps: somebody has to put it right first, and then it goes on by itself. */
export function isLasting(failure: Failure): boolean {
  // It may only be busy: what answers late is there all the same.
  if (failure.cause === 'storage-silent') return false;
  const isListed = LASTING.includes(failure.cause) || isOfAccount(failure);
  return isListed || isOfStorage(failure) || isEnded(failure);
}

/** What a request to the background comes back with: classes do not survive messaging, data does. */
export type Outcome<Value = null> = { ok: true; value: Value } | { ok: false; failure: Failure };
