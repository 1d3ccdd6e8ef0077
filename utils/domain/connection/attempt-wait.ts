import { isPassing, type Failure } from '../failure';
import { MINUTE } from '../time-units';
import { LONGEST_WAIT, waitAfter } from './longer-waits';
import { UNSAID_PAUSE } from './sign-in-limits';

/** Whether storage can be used again is found out without a request. One that is silent may only be busy. */
const CHECK_EVERY = 10 * MINUTE;
const SILENCE_CHECK_EVERY = MINUTE;

/** What keeps an attempt from going on by itself at once: the browser's storage, or a pause that says when it ends. */
export interface AttemptWait {
  /** Null once that is over: how often it was tried is not forgotten with it. */
  failure: Failure | null;
  /** When it began. */
  since: number;
  /** Tries for which Sony was asked, and when it may be asked again. */
  tries: number;
  nextAt: number;
}

interface Waiting {
  /** Under its first name: at first only the browser's storage was waited for. */
  storage?: AttemptWait;
}

/** What an attempt waits for; null where it goes on. */
export function waitFailureOf(waiting: Waiting): Failure | null {
  return waiting.storage?.failure ?? null;
}

/** True where there is nothing to be written anew: each was read from the disk by itself. */
export function isSameWait(one: AttemptWait | undefined, other: AttemptWait): boolean {
  const { failure, since, tries, nextAt } = other;
  const isSameTime = one?.since === since && one.tries === tries && one.nextAt === nextAt;
  return isSameTime && one.failure?.cause === failure?.cause;
}

/** Storage does not answer, or refuses; Sony was not asked for anything. The same where nothing is new. */
export function withStorageFailing(
  before: AttemptWait | undefined,
  failure: Failure,
  now: number,
): AttemptWait {
  const { failure: known = null, since = now, tries = 0, nextAt = now } = before ?? {};
  if (before !== undefined && known?.cause === failure.cause) return before;
  return { failure, since, tries, nextAt };
}

/** The same after Sony was asked: the next time waits, ever longer. */
export function withStorageTry(
  before: AttemptWait | undefined,
  failure: Failure,
  now: number,
): AttemptWait {
  const wait = withStorageFailing(before, failure, now);
  return { ...wait, tries: wait.tries + 1, nextAt: now + waitAfter(wait.tries) };
}

/** A pause that names no end has the one that our own limits give it, whoever asks. */
export function withNamedEnd(failure: Failure, now: number): Failure {
  const isUnsaid = failure.cause === 'too-many-requests' && failure.until === undefined;
  return isUnsaid ? { ...failure, until: now + UNSAID_PAUSE } : failure;
}

/**
 * True of what is over by itself, so that an attempt waits for it: at an instant that is named, or, where nobody is there
 * to ask for it again with what it was asked for, at one that nobody knows.
 */
export function isAwaitedPause(failure: Failure, now: number, isUnattended: boolean): boolean {
  const { until = isUnattended ? now : Infinity } = failure;
  return isPassing(failure) && until <= now + LONGEST_WAIT;
}

/**
 * The same for such a pause: the first is as long as it says, one that ends in another is waited for ever longer. Where our
 * own limits have kept it from Sony, nothing was tried, and it is over when they say.
 */
export function withPause(
  before: AttemptWait | undefined,
  failure: Failure,
  now: number,
): AttemptWait {
  const { since = now, tries = 0 } = before ?? {};
  const { until } = failure;
  if (failure.cause === 'sign-in-pause') return { failure, since, tries, nextAt: until ?? now };
  const isSaid = tries === 0 && until !== undefined;
  const soonest = isSaid ? now : now + waitAfter(Math.max(0, tries - 1));
  return { failure, since, tries: tries + 1, nextAt: Math.max(until ?? now, soonest) };
}

/** No wait is longer than the longest: what lies beyond is of another clock. */
export function isTryAhead({ nextAt }: AttemptWait, now: number): boolean {
  return nextAt > now && nextAt <= now + LONGEST_WAIT;
}

/** When to wake for the next try; null where it is not waited for. */
export function nextAttemptAt(waiting: Waiting, now: number): number | null {
  const failure = waitFailureOf(waiting);
  if (failure === null || waiting.storage === undefined) return null;
  const every = failure.cause === 'storage-silent' ? SILENCE_CHECK_EVERY : CHECK_EVERY;
  return isTryAhead(waiting.storage, now) ? waiting.storage.nextAt : now + every;
}
