import { isAttempt, isEnding } from '../domain/connection/connection';
import { isUnfinished } from '../domain/connection/unfinished';
import { isUnreadable } from '../domain/connection/unreadable-record';
import {
  afterRequest,
  isWay,
  wayOf,
  type ConnectionRequest,
} from '../domain/connection/after-request';
import { nextAccessAt } from '../domain/connection/access-wait';
import { nextAttemptAt } from '../domain/connection/attempt-wait';
import { codeGoneAt, type PastedCode } from '../domain/connection/npsso';
import { nextWantedAt } from '../domain/connection/wanted';
import type { Connecting } from './connecting';
import { checkIfDone } from './done-by-now';
import type { Ending } from './ending';
import type {
  Asker,
  ConnectionBrowser,
  ConnectionRecord,
  Exclusively,
  PastedNpsso,
  PsnSession,
  Vault,
} from './ports';
import type { MoreTime } from './more-time';

interface Needs {
  record: ConnectionRecord;
  session: Pick<PsnSession, 'check'>;
  browser: ConnectionBrowser;
  vault: Vault;
  pasted: PastedNpsso;
  exclusively: Exclusively;
  connecting: Connecting;
  moreTime: MoreTime;
  ending: Ending;
}

/**
 * The one way to change the connection: what the player asks for is written into the record, and carried out by
 * whoever wakes. No other way in.
 */
export class ConnectionLoop {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Writes down what the player asks for: `carryOn` carries it out, and what becomes of it is in the record.
   * @param code what is to be connected with, where that was pasted
   */
  async ask(request: ConnectionRequest, code: PastedCode | null = null): Promise<void> {
    const { browser, ending, exclusively } = this.#needs;
    // One after the other: what is forgotten with one request is not the code of the next.
    const isErasing = await exclusively('asking', () => this.#writeDown(request, code));
    // With everything goes what would be written down beside it.
    if (isErasing && isWay(request)) {
      await ending.carryOn();
      return this.ask(request, code);
    }
    // Whoever has just come to an end may have taken both away.
    await browser.noteClick();
    await browser.startWaking();
  }

  /** True where everything is being erased. */
  async #writeDown(request: ConnectionRequest, code: PastedCode | null): Promise<boolean> {
    const { record, browser, pasted } = this.#needs;
    const circumstances = { now: browser.now(), id: browser.newId() };
    await browser.noteClick();
    // Before it is written: an alarm that finds nothing is harmless.
    await browser.startWaking();
    if (code !== null) await pasted.write(code);
    let isErasing = true;
    const asked = await record.change((current) => {
      isErasing = current.phase === 'erasing';
      return afterRequest(current, request, circumstances);
    });
    if (wayOf(asked) !== 'paste') await pasted.forget();
    // An erase that came to its end meanwhile has taken it.
    else if (code !== null && (await pasted.read()) === null) await pasted.write(code);
    return isErasing;
  }

  /** A page of ours is shown: the player may have done by now what an attempt came to nothing for. */
  checkIfDone(): Promise<void> {
    return this.#needs.exclusively('connecting', () => checkIfDone(this.#needs));
  }

  /** Carries out what the record says is unfinished. Cheap and safe to repeat. */
  async carryOn(asker: Asker): Promise<void> {
    const { record, exclusively, connecting, moreTime, ending } = this.#needs;
    if (isEnding(await record.read())) await ending.carryOn();
    await exclusively('connecting', async () => {
      await connecting.carryOn(asker);
      await moreTime.carryOn(asker);
      await this.#tidy();
    });
    // Asked for while the lock was not ours.
    if (isEnding(await record.read())) return this.carryOn(asker);
  }

  /** What is over leaves nothing behind: no pasted NPSSO, no tokens of an account that is not connected, no alarm. */
  async #tidy(): Promise<void> {
    const { record, pasted, vault, browser, exclusively } = this.#needs;
    const connection = await record.read();
    if (isEnding(connection)) return;
    // Whatever is waited for, a pasted NPSSO does not wait for longer than its time.
    await pasted.read();
    if (!isAttempt(connection) && !isUnreadable(connection)) {
      await pasted.forgetLeft();
      const accountId = connection.phase === 'connected' ? connection.accountId : null;
      await exclusively('refresh', () => vault.forgetOthers(accountId));
    }
    const left = await record.read();
    const now = browser.now();
    const nextAt = isAttempt(left)
      ? (nextAttemptAt(left, now) ??
        nextWantedAt(left) ??
        nextAccessAt(left, now) ??
        codeGoneAt(left))
      : null;
    if (nextAt !== null) await browser.startWaking(nextAt);
    else if (!isUnfinished(left)) await this.#stopWaking();
  }

  /** What the player has asked for meanwhile keeps its click, which opens its tab, and its alarm. */
  async #stopWaking(): Promise<void> {
    const { record, browser } = this.#needs;
    await browser.stopWaking();
    if (!isUnfinished(await record.read())) return;
    await browser.noteClick();
    await browser.startWaking();
  }
}
