/**
 * Everything that can go wrong, as a closed list. A failure is data: it crosses the message line, is stored
 * and shown, so it never holds a request, an answer, a URL or a secret.
 */
export const CAUSES = [
  'not-signed-in', // nobody is signed in at PlayStation in this browser
  'session-half-dead', // Sony names a session, then refuses to use it
  'terms-to-accept', // Sony wants new terms accepted first
  'profile-unfinished', // the account's profile is not finished
  'child-account', // a child's account, which its family's rules keep from us
  'account-attention', // Sony wants something first, and does not say what
  'code-refused', // the sign-in code was refused or used up
  'token-refused', // the refresh token was refused before its time
  'access-refused', // Sony gives access tokens, and refuses them wherever they are used
  'refused-alone', // Sony refuses one thing to an access token that it takes for others
  'token-replaced', // the same, just after it was given: somebody else connects the account too
  'token-lost', // what was kept of the refresh token does not open any more
  'connection-expired', // the refresh token came to its end
  'npsso-refused', // a pasted NPSSO that Sony does not accept
  'paste-interrupted', // the browser ended the worker, which had not kept the pasted NPSSO
  'other-account', // the sign-in at hand is another account's
  'too-many-requests', // Sony asks for a pause
  'own-pause', // our own budget is spent, so that Sony does not have to ask for a pause
  'edge-block', // Sony's network edge refused this address or this extension
  'sony-down', // Sony answers with a server error
  'no-answer', // the connection was dropped, or no answer came in time
  'offline', // this device is offline
  'answer-not-understood', // the answer is not of the shape that we know
  'list-short', // a list has fewer rows than Sony counts, and no two readings agree
  'not-permitted', // Sony keeps this from us: its access control says so
  'not-found', // Sony does not know the thing that was asked for
  'permission-missing', // the player took away access to Sony's hosts
  'sign-in-pause', // our own limit on checks of the sign-in and exchanges: asking in a loop gets an address blocked
  'storage-unavailable', // the browser does not let the extension keep data
  'private-window', // a page of ours in a private window cannot read what is kept
  'storage-full', // there is no room left on the disk
  'storage-damaged', // the browser cannot read what it has stored
  'storage-silent', // the browser does not answer in time when a database is opened, read or written
  'storage-newer', // a later version of the extension wrote the database
  'storage-renewed', // an earlier version kept its data in another way: connecting fetches it anew
  'library-connected', // a library that is to be erased is that of the connected account by now
  'unexpected', // a fault of our own
] as const;

export type Cause = (typeof CAUSES)[number];

export interface Failure {
  cause: Cause;
  /** What was being asked for, in our own words, for example `titles` or `refresh`. */
  during?: string;
  /** The HTTP status, where there was an answer. */
  status?: number;
  /** When to try again, in milliseconds since 1970, where Sony, our own limits or the connection's next try say so. */
  until?: number;
  /** It is about a pasted code's account: whoever is signed in in this browser has nothing to do with it. */
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

/** True where the player has to do something at Sony's first, for the account that a pasted code was of. */
export function isOfPastedCode(failure: Failure): boolean {
  const { ofPastedCode = failure.during === EARLIER_OF_PASTED_CODE } = failure;
  return ofPastedCode && isOfAccount(failure);
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
