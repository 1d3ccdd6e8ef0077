import { FailureError, failureOf, isPassing } from '../domain/failure';
import type { Asker, PsnSession, SessionCheck } from './ports';

/**
 * A check that fails for a passing reason has seen nothing yet, and neither has one that it is too early for: null. The
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
    if (!isPassing(failure)) throw new FailureError(failure);
    // By then there is a sign-in, which an exchange may show where a check does not.
    return asker === 'late-sign-in' ? { state: 'unknown' } : null;
  }
}

/** When the session ends, or null where that was not to be seen. */
export function endOf(check: SessionCheck | { endsAt: number | null }): number | null {
  return 'endsAt' in check ? check.endsAt : null;
}
