import { isRenewedFrom, type AskedRenewal, type Connected } from '../domain/connection/connection';
import { withNamedEnd } from '../domain/connection/attempt-wait';
import { isRefusal } from '../domain/connection/failed-check';
import { failureAt, failureOf, isOfStorage, isPassing, type Failure } from '../domain/failure';
import { isTooLong } from './attempt-rules';
import type { Asker, ConnectionBrowser, ConnectionRecord } from './ports';
import { proveStorage, type ProvedStorage } from './prove-storage';
import type { Renewing } from './renewing';

/** At the least, from one try for which Sony was asked to the next. */
const STORAGE_WAIT = 2 * 60_000;

interface Needs extends ProvedStorage {
  record: ConnectionRecord;
  renewing: Renewing;
  browser: ConnectionBrowser;
}

/**
 * The player asked for more time on a connection that works: from the sign-in at hand, or, where that gives no more,
 * from a new one. The connection goes on working all the while, and the wish is in its record.
 */
export class MoreTime {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Goes on with what was asked for, if anything was. To be called under the connection's lock. */
  async carryOn(asker: Asker): Promise<void> {
    const connection = await this.#needs.record.read();
    if (connection.phase !== 'connected' || connection.renewal === null) return;
    if (asker === 'automatic' && isAwaited(connection, this.#needs.browser.now())) return;
    const failure = await this.#storageFailure(connection);
    if (failure !== null) return this.#awaitStorage(connection, failure);
    await this.#change((current) => ({ ...current, refused: null }));
    if (connection.renewal.step === 'exchange') await this.#exchange(connection);
    else await this.#goOnWaiting(connection, connection.renewal, asker);
  }

  async #storageFailure({ accountId }: Connected): Promise<Failure | null> {
    try {
      await proveStorage(this.#needs, accountId);
      return null;
    } catch (thrown) {
      return failureOf(thrown);
    }
  }

  /** What the player asked for goes on by itself once storage answers; what works may go on for longer without it. */
  async #awaitStorage(connection: Connected, failure: Failure): Promise<void> {
    const since = connection.renewal?.since ?? 0;
    const isOver = isTooLong({ since }, this.#needs.browser.now());
    if (isOver || !isOfStorage(failure)) return this.#end(failure);
    await this.#change((current) => {
      const { cause, until } = current.refused ?? {};
      const isKnown = cause === failure.cause && until === failure.until;
      return isKnown ? current : { ...current, refused: failure };
    });
  }

  async #exchange(connection: Connected): Promise<void> {
    const { record, renewing, browser } = this.#needs;
    // Given in the click or later: until then there is nothing to check.
    if (!(await browser.hostsAllowed()))
      return this.#endIfTooLong(connection, 'permission-missing');
    const failure = await renewing.renewAsked(connection, 'player');
    if (failure !== null && isOfStorage(failure))
      return this.#awaitStorageLater(connection, failure);
    // What Sony refuses, or wants of the player first, is put right on the page that is shown.
    const now = browser.now();
    if (failure !== null && !isRefusal(failure))
      return this.#awaitPause(connection.renewal?.since ?? now, withNamedEnd(failure, now));
    const renewed = await record.change((current) => {
      if (current.phase !== 'connected' || current.renewal === null) return current;
      return { ...current, renewal: afterExchange(current, now) };
    });
    if (renewed.phase === 'connected' && renewed.renewal !== null)
      await this.#show(renewed.renewal);
  }

  /** It goes on after a pause that ends while more time is waited for: each is longer, but for those of our own limits. */
  #awaitPause(since: number, failure: Failure): Promise<void> {
    const now = this.#needs.browser.now();
    const soonest = failure.cause === 'sign-in-pause' ? now : 2 * now - since;
    const until = Math.max(failure.until ?? Infinity, soonest);
    const isInTime = !isTooLong({ since }, until) && isPassing(failure);
    if (!isInTime) return this.#end(failure);
    return this.#change((current) => ({ ...current, refused: { ...failure, until } }));
  }

  /** Sony was asked already: the next time waits, ever longer. */
  #awaitStorageLater(connection: Connected, failure: Failure): Promise<void> {
    const now = this.#needs.browser.now();
    const waited = now - (connection.renewal?.since ?? now);
    const until = now + Math.max(STORAGE_WAIT, waited);
    return this.#awaitStorage(connection, { ...failure, until });
  }

  async #goOnWaiting(connection: Connected, asked: AskedRenewal, asker: Asker): Promise<void> {
    const { record, renewing, browser } = this.#needs;
    if (isTooLong(asked, browser.now())) {
      if (!(await browser.hostsAllowed())) return this.#end({ cause: 'permission-missing' });
      // Whoever is there, and does not do, is what the player is told of.
      const isNobodys = connection.tokenLife.session.state === 'signed-out';
      return this.#end(isNobodys && asked.step === 'sign-in' ? { cause: 'not-signed-in' } : null);
    }
    if (!asked.isShown) return this.#show(asked);
    const failure = await renewing.renewAsked(connection, asker);
    if (failure !== null && isOfStorage(failure))
      return this.#awaitStorageLater(connection, failure);
    const current = await record.read();
    if (current.phase !== 'connected') return;
    if (isRenewedFrom(current, asked.laterThan)) return this.#end(null);
    if (asked.step === 'sign-out' && current.tokenLife.session.state === 'signed-out') {
      await this.#show({ ...asked, step: 'sign-in', since: browser.now() });
    }
  }

  async #endIfTooLong({ renewal }: Connected, cause: Failure['cause']): Promise<void> {
    const since = renewal?.since ?? 0;
    if (isTooLong({ since }, this.#needs.browser.now())) await this.#end({ cause });
  }

  /** Noted once it is done: a page that is shown twice is better than one that never is. */
  async #show(asked: AskedRenewal): Promise<void> {
    const { browser } = this.#needs;
    if (asked.step === 'sign-out') await browser.showAccountPage();
    else await browser.showSignInPage();
    await this.#change((connection) => ({
      ...connection,
      renewal: { ...asked, isShown: true },
    }));
  }

  #end(refused: Failure | null): Promise<void> {
    return this.#change((connection) => ({ ...connection, renewal: null, refused }));
  }

  async #change(change: (connection: Connected, asked: AskedRenewal) => Connected): Promise<void> {
    await this.#needs.record.change((current) =>
      current.phase === 'connected' && current.renewal !== null
        ? change(current, current.renewal)
        : current,
    );
  }
}

/** True while it is too early to ask Sony again. No wait is longer than they are. */
function isAwaited({ refused }: Connected, now: number): boolean {
  return (
    failureAt(refused, now)?.until !== undefined && !isTooLong({ since: now }, refused?.until ?? 0)
  );
}

/** What is left to do once the sign-in at hand has been tried: nothing where it works, however long that is. */
function afterExchange({ tokenLife }: Connected, since: number): AskedRenewal | null {
  const { state, endsAt } = tokenLife.session;
  if (state === 'alive') return null;
  // Sony's sign-in page passes on whoever is signed in.
  const step = state === 'other-account' ? 'sign-out' : 'sign-in';
  // The same sign-in will do once Sony takes it, but for somebody else's.
  const laterThan = state === 'other-account' ? endsAt : null;
  return { step, since, laterThan, isShown: false };
}
