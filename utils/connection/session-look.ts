import { FailureError, failureOf, isPassing } from '../domain/failure';
import type { PsnSession, SessionLook } from './ports';

/** A look that fails for a passing reason is only a look that saw nothing yet. */
export async function lookPatiently(session: PsnSession): Promise<SessionLook> {
  try {
    return await session.look();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (isPassing(failure)) return { state: 'unknown' };
    throw new FailureError(failure);
  }
}

/** When the session ends, or null where that was not to be seen. */
export function endOf(look: SessionLook): number | null {
  return look.state === 'signed-in' ? look.endsAt : null;
}
