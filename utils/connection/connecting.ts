import {
  isAttempt,
  isLaterSession,
  type Attempting,
  type OldSession,
  type SigningOut,
  type WaitingForSignIn,
} from '../domain/connection/connection';
import { isLastingAccessWait } from '../domain/connection/access-wait';
import type { Secret } from '../domain/connection/secret';
import { failureOf, type Failure } from '../domain/failure';
import {
  askingAbout,
  failIfTooLong,
  isAskedAnew,
  isAwaited,
  isToBeAsked,
  isTooLong,
  ofAccountOnly,
  ofPastedCode,
  questionAfter,
  restarted,
  signingOut,
  storedCode,
  waitingForAccess,
  whatIsKnown,
} from './attempt-rules';
import { atStep, AttemptRecord, ifOwn, Superseded } from './attempts';
import { AttemptWaits } from './attempt-waits';
import type { ConnectingNeeds } from './connecting-needs';
import { Finishing } from './finishing';
import type { Asker, SessionCheck } from './ports';
import { endOf, checkPatiently } from './session-check';
import { Trading } from './trading';
import { beginTry, failIfWaitIsOver, noteFailedTry, waitingForSignIn, want } from './wanted-first';

/**
 * From what the player asked for to a connected account. Where it stands is the connection record, written before
 * each step, so a worker that died is followed by one that goes on from there: before the tokens are stored it starts
 * over (a code is good for one use), after that it goes on. What the attempt replaces stays in the record until then.
 */
export class Connecting {
  readonly #needs: ConnectingNeeds;
  readonly #trading: Trading;
  readonly #waits: AttemptWaits;
  readonly #finishing: Finishing;

  constructor(needs: ConnectingNeeds) {
    this.#needs = needs;
    this.#trading = new Trading(needs.session, needs.tokens);
    this.#waits = new AttemptWaits(needs);
    this.#finishing = new Finishing(needs);
  }

  /**
   * Goes on with the attempt that the record has, if it has one. To be called under the connection's lock.
   * @param seen what a check has just seen of the sign-in that is waited for
   */
  async carryOn(asker: Asker, seen?: SessionCheck): Promise<void> {
    const attempt = await this.#needs.record.read();
    if (!isAttempt(attempt)) return;
    const record = new AttemptRecord(this.#needs.record, attempt);
    await ifOwn(async () => {
      try {
        if (!(await this.#waits.mayGoOn(record, attempt, asker))) return;
        await this.#takeStep(record, await record.read(), asker, seen);
      } catch (thrown) {
        if (thrown instanceof Superseded || (await this.#waits.isAwaited(record, thrown))) return;
        await record.giveUp(failureOf(thrown));
      }
    });
  }

  async #takeStep(
    record: AttemptRecord,
    attempt: Attempting,
    asker: Asker,
    seen?: SessionCheck,
  ): Promise<void> {
    // A question about a pasted code is over with the code.
    if (attempt.phase === 'old-session' && attempt.way === 'paste')
      return void storedCode(await this.#needs.pasted.read());
    // What is left of it Sony may keep to itself.
    if (attempt.phase === 'connecting' && attempt.step === 'profile')
      return this.#finishing.finish(record, attempt);
    if (!(await this.#needs.browser.hostsAllowed()))
      return this.#waitForAccess(record, attempt, asker);
    switch (attempt.phase) {
      case 'waiting-for-access':
        // What comes next has no time to wait for an alarm that is an hour away.
        await this.#needs.browser.startWaking();
        await record.advance((current) => restarted(current));
        return this.#start(record, attempt, asker);
      case 'connecting':
        return this.#start(record, attempt, asker);
      case 'signing-out':
        return this.#checkForSignOut(record, attempt, asker);
      case 'waiting-for-sign-in':
        return this.#checkForSignIn(record, attempt, asker, seen);
      case 'old-session':
        return this.#checkForOther(record, attempt, asker, seen);
    }
  }

  async #waitForAccess(record: AttemptRecord, attempt: Attempting, asker: Asker): Promise<void> {
    // It waits for the player's choice, and asks for access after that.
    if (attempt.phase === 'old-session') return;
    const now = this.#needs.browser.now();
    if (attempt.phase !== 'waiting-for-access') {
      if (attempt.way === 'paste' && (await this.#weighPasted(record, attempt, asker)) === null)
        return;
      return record.advance((current) => waitingForAccess(current, now));
    }
    // Whenever it is given, what was clicked for goes on; but a connection that works is better gone back to, and a
    // pasted NPSSO is stored for its time only.
    if (isLastingAccessWait(attempt)) return;
    if (attempt.way === 'paste') storedCode(await this.#needs.pasted.read());
    failIfTooLong(attempt, now, 'permission-missing');
  }

  /** What was clicked for stays so, whoever carries it out. */
  async #start(record: AttemptRecord, attempt: Attempting, asker: Asker): Promise<void> {
    if (attempt.way === 'paste') return this.#connectPasted(record, attempt, asker);
    await this.#waits.prove(attempt.former);
    const check = await this.#needs.session.check('player');
    const endsAt = endOf(check);
    const known = isAskedAnew(attempt) ? whatIsKnown(attempt.former, endsAt) : 'nothing';
    if (attempt.way === 'start-fresh' || known === 'other-account') {
      return this.#waitForSignOut(record, endsAt);
    }
    if (known === 'refused') return this.#waitForSignIn(record, endsAt);
    return this.#connectSession(record, attempt, check, asker);
  }

  /** The pasted code, with when its sign-in ends by the clock of then; null where the player is asked about that. */
  async #weighPasted(
    record: AttemptRecord,
    attempt: Attempting,
    asker: Asker,
  ): Promise<{ npsso: Secret; end: () => number | null } | null> {
    const { pasted, browser } = this.#needs;
    const { npsso, endsIn } = storedCode(await pasted.read());
    const end = (): number | null => (endsIn === null ? null : browser.now() + endsIn);
    return (await this.#asksFirst(record, attempt, end(), asker)) ? null : { npsso, end };
  }

  async #connectPasted(record: AttemptRecord, attempt: Attempting, asker: Asker): Promise<void> {
    const { pasted, browser } = this.#needs;
    const code = await this.#weighPasted(record, attempt, asker);
    if (code === null) return;
    const { npsso, end } = code;
    try {
      await this.#waits.prove(attempt.former);
      const tokens = await this.#trading.tradePasted(npsso, atStep(record));
      await this.#finishing.store(record, tokens, { state: 'pasted', endsAt: end() });
    } catch (thrown) {
      // Who has superseded this attempt may have pasted the same NPSSO once more; what is waited for, is with it.
      if (thrown instanceof Superseded) throw thrown;
      if (await this.#waits.mayWaitFor(await record.read(), thrown)) throw thrown;
      await pasted.forget(npsso);
      throw ofPastedCode(thrown, browser.now());
    }
  }

  async #connectSession(
    record: AttemptRecord,
    attempt: Attempting,
    check: SessionCheck,
    asker: Asker,
  ): Promise<void> {
    if (check.state === 'signed-out') return this.#waitForSignIn(record, null);
    if (await this.#asksFirst(record, attempt, endOf(check), asker)) return;
    const tokens = await this.#trading
      .tradeSession(check, 'player', atStep(record))
      .catch(ofAccountOnly);
    if (tokens !== null && 'cause' in tokens) return this.#waitForSignIn(record, null, tokens);
    // Sony named no session that this would contradict: simply nobody is signed in.
    if (tokens === null) return this.#waitForSignIn(record, null);
    return this.#finishing.store(record, tokens, check);
  }

  /** True where the player is asked whether a sign-in that ends soon will do, before Sony is asked for anything. */
  async #asksFirst(
    record: AttemptRecord,
    attempt: Attempting,
    endsAt: number | null,
    asker: Asker,
  ): Promise<boolean> {
    const { browser } = this.#needs;
    const now = browser.now();
    if (endsAt === null || !isToBeAsked(attempt, endsAt, now)) return false;
    // Whoever is at a page of Sony's would not see that they are asked. Before it is written, as at the end.
    if (asker !== 'player') await browser.showLibrary();
    await record.advance((current) => askingAbout(current, endsAt, now));
    return true;
  }

  /** The player may have signed in anew meanwhile: what they wanted, for as long as a sign-in is waited for. */
  async #checkForOther(
    record: AttemptRecord,
    asked: OldSession,
    asker: Asker,
    seen?: SessionCheck,
  ): Promise<void> {
    const { browser, session } = this.#needs;
    const check = seen ?? (await checkPatiently(session, asker));
    const next = check === null ? asked : questionAfter(asked, check, browser.now());
    if (check === null || next === asked) return;
    if (next === 'over') return record.giveUp(null);
    if (next !== 'connect') return record.advance(() => next);
    await browser.startWaking();
    await this.#connectAwaited(record, check, asker);
  }

  async #waitForSignIn(
    record: AttemptRecord,
    laterThan: number | null,
    wanted?: Failure,
  ): Promise<void> {
    const since = this.#needs.browser.now();
    await record.advance((current) => waitingForSignIn(current, { since, laterThan, wanted }));
    await record.show(() => this.#needs.browser.showSignInPage());
  }

  async #waitForSignOut(record: AttemptRecord, laterThan: number | null): Promise<void> {
    if (laterThan === null) return this.#waitForSignIn(record, null);
    const since = this.#needs.browser.now();
    await record.advance((current) => signingOut(current, since, laterThan));
    await record.show(() => this.#needs.browser.showAccountPage());
  }

  async #checkForSignIn(
    record: AttemptRecord,
    waiting: WaitingForSignIn,
    asker: Asker,
    seen?: SessionCheck,
  ): Promise<void> {
    const { browser, session } = this.#needs;
    const now = browser.now();
    failIfWaitIsOver(waiting, now);
    if (!waiting.isShown) return record.show(() => browser.showSignInPage());
    if (!(await beginTry(record, waiting, asker, now))) return;
    const check = seen ?? (await checkPatiently(session, asker));
    if (check === null) return;
    if (check.state === 'signed-out') {
      // Signed in in our tab, and Sony does not know it: so it does with a profile that is not finished.
      if (asker === 'late-sign-in') await want(record, { cause: 'profile-unfinished' }, now);
      return;
    }
    // By then the cookie is the new one, whatever end Sony names.
    if (asker === 'late-sign-in' || isAwaited(check, waiting.laterThan)) {
      await this.#connectAwaited(record, check, asker);
    }
  }

  /** A try that fails for a passing reason, or too early, goes on waiting: nobody is there to press a button. */
  async #connectAwaited(record: AttemptRecord, check: SessionCheck, asker: Asker): Promise<void> {
    if (await this.#asksFirst(record, await record.read(), endOf(check), asker)) return;
    const tokens = await this.#trading.tradeSession(check, asker).catch(async (thrown: unknown) => {
      const now = this.#needs.browser.now();
      if (!(await noteFailedTry(record, failureOf(thrown), asker, now))) throw thrown;
      return null;
    });
    if (tokens !== null) await this.#finishing.store(record, tokens, check);
  }

  async #checkForSignOut(record: AttemptRecord, leaving: SigningOut, asker: Asker): Promise<void> {
    const { browser, session } = this.#needs;
    // Nothing has changed: there is nothing to tell.
    if (isTooLong(leaving, browser.now())) return record.giveUp(null);
    if (!leaving.isShown) return record.show(() => browser.showAccountPage());
    const check = await checkPatiently(session, asker);
    if (check?.state === 'signed-out') {
      const left = leaving.former.phase === 'connected' ? leaving.former.tokenLife.session : null;
      await record.noteSeen('signed-out', left?.endsAt ?? null, browser.now());
      return this.#waitForSignIn(record, leaving.laterThan);
    }
    const endsAt = check === null ? null : endOf(check);
    if (check !== null && endsAt !== null && isLaterSession(endsAt, leaving.laterThan)) {
      await this.#connectAwaited(record, check, asker);
    }
  }
}
