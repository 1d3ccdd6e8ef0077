import { FailureError, failureOf, isPassing } from '../domain/failure';
import type { Asker, PsnSession, SessionCheck } from './ports';

/**
 * A check that fails for a passing reason is only a check that saw nothing yet. Null where it is too early for one: the
 * limits on checks are stored, and every wake-up asks again.
 */
export async function checkPatiently(
  session: Pick<PsnSession, 'check'>,
  asker: Asker,
): Promise<SessionCheck | null> {
  try {
    return await session.check(asker);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.cause === 'sign-in-pause') return null;
    if (isPassing(failure)) return { state: 'unknown' };
    throw new FailureError(failure);
  }
}

/** When the session ends, or null where that was not to be seen. */
export function endOf(check: SessionCheck): number | null {
  return check.state === 'signed-in' ? check.endsAt : null;
}
