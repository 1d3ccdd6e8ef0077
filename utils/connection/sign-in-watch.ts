import { isLaterSession } from '../domain/connection';
import { FailureError } from '../domain/failure';
import type { PsnSession, SessionLook } from './ports';
import { endOf, lookPatiently } from './session-look';

/** Sony answers 429 to a session page that is asked too often without a sign-in. */
const LOOK_INTERVAL = 10_000;
/** Asking for codes in a loop gets an address blocked. */
const TRY_INTERVAL = 60_000;
const WAITING_LIMIT = 30 * 60_000;

/** Looks whether somebody has signed in, or out, by now: often enough to be noticed, seldom enough for Sony. */
export class SignInWatch {
  readonly #session: PsnSession;
  readonly #now: () => number;
  #lastLookAt = -Infinity;
  #lastTryAt = -Infinity;

  constructor(session: PsnSession, now: () => number) {
    this.#session = session;
    this.#now = now;
  }

  /** Waiting begins with a look that was just made. */
  begin(): void {
    this.#lastLookAt = this.#now();
  }

  /**
   * Null where it is too early for another look. Fails where it has gone on for too long.
   * @param atOnce there is a sign that it happened
   */
  async lookAgain(since: number, atOnce: boolean): Promise<SessionLook | null> {
    const now = this.#now();
    if (now - since > WAITING_LIMIT) throw new FailureError({ cause: 'not-signed-in' });
    const sinceLook = now - this.#lastLookAt;
    // A clock that was set back must not stop the looking.
    if (!atOnce && sinceLook >= 0 && sinceLook < LOOK_INTERVAL) return null;
    this.#lastLookAt = now;
    return lookPatiently(this.#session);
  }

  /** True where this look shows the awaited sign-in, or where only a code can tell: Sony will not show it (429). */
  isWorthATry(look: SessionLook, laterThan: number | null): boolean {
    const endsAt = endOf(look);
    if (endsAt !== null) return isLaterSession(endsAt, laterThan);
    if (look.state !== 'unknown' || laterThan !== null) return false;
    const now = this.#now();
    if (now - this.#lastTryAt < TRY_INTERVAL) return false;
    this.#lastTryAt = now;
    return true;
  }
}
