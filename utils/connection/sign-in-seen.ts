import { isAttempt } from '../domain/connection/connection';
import { withCheckDueBy } from '../domain/connection/token-life';
import { isUnfinished } from '../domain/connection/unfinished';
import type { Asker, ConnectionRecord } from './ports';

/** The session's cookie follows the navigation that announces it, sometimes late: when to check, in milliseconds, and as whom. */
const AFTER_SIGN_IN: readonly Check[] = [
  { asker: 'sign-in', wait: 2_000 },
  { asker: 'late-sign-in', wait: 8_000 },
];
/** Any page can make a tab of its own look like that: one check is enough. */
const AFTER_NAVIGATION: readonly Check[] = [{ asker: 'automatic', wait: 4_000 }];
/** A sign-out ends on some page of Sony's, by when its cookie is gone. */
const AFTER_PAGE: readonly Check[] = [{ asker: 'page', wait: 500 }];

interface Check {
  asker: Asker;
  wait: number;
}

interface Needs {
  /** True for the tab that we opened for signing in. */
  isOurTab: (tabId: number) => Promise<boolean>;
  record: ConnectionRecord;
  now: () => number;
  carryOn: (asker: Asker) => Promise<void>;
  renewAtOnce: (asker: Asker) => Promise<void>;
  wakeSync: () => Promise<void>;
}

/** What follows when a sign-in has come to its end in a tab, or a web page makes it look like that. */
export class SignInSeen {
  readonly #needs: Needs;
  /** Checks that are already to come: more of them would see no more. */
  readonly #toCome = new Set<readonly Check[]>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async inTab(tabId: number): Promise<void> {
    const isOurs = await this.#needs.isOurTab(tabId);
    await this.#checkAfterwards(isOurs ? AFTER_SIGN_IN : AFTER_NAVIGATION);
  }

  /** A page has loaded in a tab, whatever it is: in ours, what the player was sent for may be done. */
  async pageLoaded(tabId: number): Promise<void> {
    if (await this.#needs.isOurTab(tabId)) await this.#checkAfterwards(AFTER_PAGE);
  }

  async #checkAfterwards(checks: readonly Check[]): Promise<void> {
    if (this.#toCome.has(checks)) return;
    this.#toCome.add(checks);
    const from = this.#needs.now();
    const isDueAfter = (check: Check | undefined): Promise<void> =>
      check === undefined ? Promise.resolve() : this.#noteDue(from + check.wait);
    for (const [place, { asker, wait }] of checks.entries()) {
      // A check writes down when the next one is: that which is still to come is sooner.
      const respond = () => this.#respond(asker, () => isDueAfter(checks[place + 1]));
      setTimeout(() => void respond(), wait);
    }
    setTimeout(() => this.#toCome.delete(checks), checks.at(-1)?.wait);
    await isDueAfter(checks[0]);
  }

  /** A worker that dies before is followed by one that checks; what is unfinished has an alarm of its own. */
  async #noteDue(instant: number): Promise<void> {
    await this.#needs.record.change((current) =>
      isAttempt(current) || isUnfinished(current) ? current : withCheckDueBy(current, instant),
    );
  }

  async #respond(asker: Asker, noteNext: () => Promise<void>): Promise<void> {
    const { record, carryOn, renewAtOnce, wakeSync } = this.#needs;
    const connection = await record.read();
    if (isAttempt(connection) || isUnfinished(connection)) return carryOn(asker);
    await renewAtOnce(asker);
    await noteNext();
    // A connection that was got back has a sync waiting for it.
    await wakeSync();
  }
}
