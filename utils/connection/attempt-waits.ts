import { isAtSony, type Attempting, type Settled } from '../domain/connection/connection';
import { isWorking } from '../domain/connection/recovery';
import {
  isAwaitedPause,
  isTryAhead,
  waitFailureOf,
  withNamedEnd,
  withPause,
  withStorageFailing,
  withStorageTry,
  type AttemptWait,
} from '../domain/connection/attempt-wait';
import { FailureError, failureOf, isOfStorage, type Failure } from '../domain/failure';
import { MINUTE } from '../domain/time-units';
import { isTooLong } from './attempt-rules';
import type { AttemptRecord } from './attempts';
import type { Asker, ConnectionBrowser, PastedNpsso } from './ports';
import { proveStorage, type ProvedStorage } from './prove-storage';

interface Needs extends ProvedStorage {
  pasted: Pick<PastedNpsso, 'read'>;
  browser: Pick<ConnectionBrowser, 'isOnline' | 'now'>;
}

/** A code that is gone sooner is not tried once more. */
const LAST_TRY_BEFORE = MINUTE;

/** Storage could not be used, and that was known before Sony was asked for anything. */
class Unproved extends FailureError {}

/**
 * What the player asked for waits, and goes on by itself: for the browser's storage, which may answer late or refuse for a
 * while, and of which it is found out without Sony whether it can be used; and for a pause that says when it ends.
 */
export class AttemptWaits {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async prove(former: Settled): Promise<void> {
    try {
      await proveStorage(this.#needs, former.phase === 'connected' ? former.accountId : null);
    } catch (thrown) {
      throw new Unproved(failureOf(thrown));
    }
  }

  /** True where the attempt may go on. Fails where storage still refuses. */
  async mayGoOn(record: AttemptRecord, attempt: Attempting, asker: Asker): Promise<boolean> {
    const { storage: before, former } = attempt;
    const failure = waitFailureOf(attempt);
    if (before === undefined || failure === null) return true;
    // A pasted NPSSO is not stored for longer: without it there is nothing to go on with.
    if (isWithCode(attempt) && (await this.#needs.pasted.read()) === null) return true;
    const now = this.#needs.browser.now();
    // One sign-in is told of more than once; storage is found out about without Sony.
    const isPatient = isOfStorage(failure) ? asker === 'automatic' : asker !== 'player';
    if (isPatient && isTryAhead(before, now) && !(await this.#isOnlineAgain(failure))) {
      if (isOver(former, before, now)) throw new FailureError(failure);
      return false;
    }
    if (isOfStorage(failure)) await this.prove(former);
    await record.noteWaitOver(now);
    return true;
  }

  /** Where the network was away, that it is back is found out without a request. */
  async #isOnlineAgain({ cause }: Failure): Promise<boolean> {
    return cause === 'offline' && (await this.#needs.browser.isOnline());
  }

  /** True of what this attempt waits for: a pasted code is not waited with for a pause that it does not outlast. */
  async mayWaitFor(attempt: Attempting, thrown: unknown): Promise<boolean> {
    const now = this.#needs.browser.now();
    const failure = withNamedEnd(failureOf(thrown), now);
    if (isOfStorage(failure)) return true;
    const isCode = isWithCode(attempt);
    if (!isAwaitedPause(failure, now, isCode || isAtSony(attempt))) return false;
    return !isCode || (await this.#codeWait(attempt, failure, now)) !== null;
  }

  /** A pause that a pasted code outlasts; where nobody knows its end, the last try is before that of the code. */
  async #codeWait(attempt: Attempting, failure: Failure, now: number): Promise<AttemptWait | null> {
    const { keptFor = 0 } = (await this.#needs.pasted.read()) ?? {};
    const wait = withPause(attempt.storage, failure, now);
    if (wait.nextAt - now < keptFor) return wait;
    const isLast = failure.until !== undefined || keptFor < LAST_TRY_BEFORE;
    return isLast ? null : { ...wait, nextAt: now + keptFor - LAST_TRY_BEFORE / 2 };
  }

  /** True where the attempt waits from now on: whoever has a connection that works waits for half an hour. */
  async isAwaited(record: AttemptRecord, thrown: unknown): Promise<boolean> {
    const now = this.#needs.browser.now();
    const attempt = await record.read();
    const failure = withNamedEnd(failureOf(thrown), now);
    if (!(await this.mayWaitFor(attempt, thrown))) return false;
    const { former, storage: before } = attempt;
    const ofStorage = thrown instanceof Unproved ? withStorageFailing : withStorageTry;
    const isPause = !isOfStorage(failure);
    const ofCode =
      isPause && isWithCode(attempt) ? await this.#codeWait(attempt, failure, now) : null;
    const wait = ofCode ?? (isPause ? withPause : ofStorage)(before, failure, now);
    if (isOver(former, wait, now)) return false;
    await record.noteWait(wait);
    return true;
  }
}

/** A connection that works is better gone back to; without one it is waited for as long as it takes. */
function isOver(former: Settled, { since }: AttemptWait, now: number): boolean {
  return isWorking(former) && isTooLong({ since }, now);
}

/** True while the tokens of a pasted NPSSO are still to come. */
function isWithCode(attempt: Attempting): boolean {
  const isTraded = attempt.phase === 'connecting' && attempt.step === 'profile';
  return attempt.way === 'paste' && !isTraded;
}
