import type { Attempt, Attempting } from './connection';
import { LONGEST_WAIT, waitAfter } from './longer-waits';
import { isWorking } from './recovery';

/** True where access is waited for without an end. */
export function isLastingAccessWait({ way, former }: Attempt): boolean {
  return way !== 'paste' && !isWorking(former);
}

/**
 * When to ask the browser next whether access was given, which it tells us anyway; null where that is every minute, or
 * nothing to wait for.
 */
export function nextAccessAt(attempt: Attempting, now: number): number | null {
  if (attempt.phase !== 'waiting-for-access' || !isLastingAccessWait(attempt)) return null;
  // By a clock that was set back since.
  if (attempt.since > now) return now + LONGEST_WAIT;
  let at = attempt.since;
  for (let tries = 0; at <= now; tries++) at += waitAfter(tries);
  return at;
}
