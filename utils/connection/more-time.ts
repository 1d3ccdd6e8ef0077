import type { AskedRenewal, Connected } from '../domain/connection/connection';
import { failureOf, isOfStorage, type Failure } from '../domain/failure';
import { connectionEndsAt, zoneOf } from '../domain/connection/token-life';
import type { ConnectionLibrary, Asker, ConnectionBrowser, ConnectionRecord } from './ports';
import { isRenewedFrom, type Renewing } from './renewing';

/** Nobody waits for longer. */
const WAITING_LIMIT = 30 * 60_000;

interface Needs {
  record: ConnectionRecord;
  renewing: Renewing;
  browser: ConnectionBrowser;
  library: ConnectionLibrary;
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
    const failure = await this.#libraryFailure(connection);
    if (failure !== null) return this.#end(failure);
    if (connection.renewal.step === 'exchange') await this.#exchange(connection);
    else await this.#checkForSignIn(connection, connection.renewal, asker);
  }

  /** Before Sony is asked: more time for a library that does not open helps nobody. */
  async #libraryFailure({ accountId }: Connected): Promise<Failure | null> {
    try {
      await this.#needs.library.prove(accountId);
      return null;
    } catch (thrown) {
      return failureOf(thrown);
    }
  }

  async #exchange(connection: Connected): Promise<void> {
    const { record, renewing, browser } = this.#needs;
    // Given in the click or later: until then there is nothing to check.
    if (!(await browser.hostsAllowed()))
      return this.#endIfTooLong(connection, 'permission-missing');
    const failure = await renewing.renewAsked(connection, 'player');
    if (failure !== null && (failure.cause === 'sign-in-pause' || isOfStorage(failure))) {
      return this.#end(failure);
    }
    const now = browser.now();
    const renewed = await record.change((current) => {
      if (current.phase !== 'connected' || current.renewal === null) return current;
      const left = connectionEndsAt(current.tokenLife, true) - now;
      const laterThan = current.tokenLife.session.endsAt;
      const signIn: AskedRenewal = { step: 'sign-in', since: now, laterThan, isShown: false };
      return { ...current, renewal: zoneOf(left) === 'green' ? null : signIn };
    });
    if (renewed.phase === 'connected' && renewed.renewal !== null) await this.#show();
  }

  async #checkForSignIn(connection: Connected, asked: AskedRenewal, asker: Asker): Promise<void> {
    const { record, renewing, browser } = this.#needs;
    if (browser.now() - asked.since > WAITING_LIMIT) return this.#end({ cause: 'not-signed-in' });
    if (!asked.isShown) return this.#show();
    await renewing.renewAsked(connection, asker);
    const current = await record.read();
    if (current.phase === 'connected' && isRenewedFrom(current, asked.laterThan)) {
      await this.#end(null);
    }
  }

  async #endIfTooLong({ renewal }: Connected, cause: Failure['cause']): Promise<void> {
    const since = renewal?.since ?? 0;
    if (this.#needs.browser.now() - since > WAITING_LIMIT) await this.#end({ cause });
  }

  /** Noted once it is done: a page that is shown twice is better than one that never is. */
  async #show(): Promise<void> {
    await this.#needs.browser.showSignInPage();
    await this.#change((connection, asked) => ({
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
