import type { Attempting } from './connection';
import { LONGEST_WAIT, waitAfter } from './longer-waits';

/**
 * When to ask the browser next whether access was given, which it tells us anyway; null where that is every minute, or
 * nothing to wait for.
 */
export function nextAccessAt(attempt: Attempting, now: number): number | null {
  // A pasted NPSSO has its time, and is not stored for longer.
  if (attempt.phase !== 'waiting-for-access' || attempt.way === 'paste') return null;
  // By a clock that was set back since.
  if (attempt.since > now) return now + LONGEST_WAIT;
  let at = attempt.since;
  for (let tries = 0; at <= now; tries++) at += waitAfter(tries);
  return at;
}
