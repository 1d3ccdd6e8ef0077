import { FailureError, failureOf, isPassing } from '../domain/failure';
import type { Asker, PsnSession, SessionLook } from './ports';

/**
 * A look that fails for a passing reason is only a look that saw nothing yet. Null where it is too early for one: the
 * limits on looks are stored, and every wake-up asks again.
 */
export async function lookPatiently(
  session: PsnSession,
  asker: Asker,
): Promise<SessionLook | null> {
  try {
    return await session.look(asker);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.cause === 'sign-in-pause') return null;
    if (isPassing(failure)) return { state: 'unknown' };
    throw new FailureError(failure);
  }
}

/** When the session ends, or null where that was not to be seen. */
export function endOf(look: SessionLook): number | null {
  return look.state === 'signed-in' ? look.endsAt : null;
}
