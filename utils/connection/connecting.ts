import {
  accountOf,
  connectedTo,
  isAttempt,
  isLaterSession,
  type Attempt,
  type Attempting,
  type SigningOut,
  type WaitingForSignIn,
} from '../domain/connection/connection';
import { FailureError, failureOf, isPassing } from '../domain/failure';
import { isOldSession } from '../domain/connection/token-life';
import {
  attemptOf,
  failIfOtherAccount,
  failIfTooLong,
  isAwaited,
  profiled,
  restarted,
  type ProfiledAttempt,
} from './attempt-rules';
import { AttemptRecord, Superseded } from './attempts';
import { profileOf } from './player-profile';
import type {
  AccountLibrary,
  Asker,
  ConnectionBrowser,
  ConnectionRecord,
  Exclusively,
  PastedCode,
  PsnProfile,
  PsnSession,
  PsnTokens,
  SessionLook,
  Tokens,
  Vault,
} from './ports';
import { endOf, lookPatiently } from './session-look';
import { tokenLifeOf, Trading } from './trading';

interface Parts {
  session: PsnSession;
  tokens: PsnTokens;
  profile: PsnProfile;
  vault: Vault;
  record: ConnectionRecord;
  pasted: PastedCode;
  browser: ConnectionBrowser;
  library: AccountLibrary;
  exclusively: Exclusively;
}

/**
 * From what the player asked for to a connected account. Where it stands is the connection record, written before
 * each step, so a worker that died is followed by one that goes on from there: before the tokens are stored it starts
 * over (a code is good for one use), after that it goes on. What the attempt replaces stays in the record until then.
 */
export class Connecting {
  readonly #parts: Parts;
  readonly #trading: Trading;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#trading = new Trading(parts.session, parts.tokens);
  }

  /** Goes on with the attempt that the record has, if it has one. To be called under the connection's lock. */
  async carryOn(asker: Asker): Promise<void> {
    const attempt = await this.#parts.record.read();
    if (!isAttempt(attempt)) return;
    const record = new AttemptRecord(this.#parts.record, attempt);
    try {
      await this.#takeStep(record, attempt, asker);
    } catch (thrown) {
      if (!(thrown instanceof Superseded)) await this.#giveUp(record, thrown);
    }
  }

  async #giveUp(record: AttemptRecord, thrown: unknown): Promise<void> {
    try {
      await record.giveUp(failureOf(thrown));
    } catch (late) {
      if (!(late instanceof Superseded)) throw late;
    }
  }

  async #takeStep(record: AttemptRecord, attempt: Attempting, asker: Asker): Promise<void> {
    if (!(await this.#parts.browser.hostsAllowed())) return this.#waitForAccess(record, attempt);
    switch (attempt.phase) {
      case 'waiting-for-access':
        await record.advance((current) => restarted(current));
        return this.#start(record, attempt);
      case 'connecting':
        if (attempt.step === 'profile') return this.#finish(record, attempt);
        return this.#start(record, attempt);
      case 'signing-out':
        return this.#lookForSignOut(record, attempt, asker);
      case 'waiting-for-sign-in':
        return this.#lookForSignIn(record, attempt, asker);
      case 'old-session':
        return;
    }
  }

  async #waitForAccess(record: AttemptRecord, attempt: Attempting): Promise<void> {
    const now = this.#parts.browser.now();
    if (attempt.phase !== 'waiting-for-access') {
      return record.advance(({ id, way, former }) => ({
        phase: 'waiting-for-access',
        since: now,
        id,
        way,
        former,
      }));
    }
    failIfTooLong(attempt, now, 'permission-missing');
  }

  /** What was clicked for stays so, whoever carries it out. */
  async #start(record: AttemptRecord, attempt: Attempt): Promise<void> {
    if (attempt.way === 'paste') return this.#connectPasted(record);
    await this.#proveStorage();
    const look = await this.#parts.session.look('player');
    if (attempt.way === 'sign-in') return this.#waitForSignIn(record, endOf(look));
    if (attempt.way === 'start-fresh') return this.#waitForSignOut(record, endOf(look));
    return this.#connectSession(record, attempt, look);
  }

  async #connectPasted(record: AttemptRecord): Promise<void> {
    const { pasted } = this.#parts;
    const npsso = await pasted.read();
    if (npsso === null) throw new FailureError({ cause: 'paste-interrupted' });
    try {
      await this.#proveStorage();
      const tokens = await this.#trading.tradePasted(npsso, atStep(record));
      await this.#storeTokens(record, tokens, null);
    } catch (thrown) {
      // Who has superseded this attempt may have pasted the same code once more.
      if (!(thrown instanceof Superseded)) await pasted.forget(npsso);
      throw thrown;
    }
  }

  /** Tokens that cannot be stored are better not asked for. */
  #proveStorage(): Promise<void> {
    const { exclusively, vault } = this.#parts;
    return exclusively('refresh', () => vault.prove());
  }

  async #connectSession(
    record: AttemptRecord,
    { way, former }: Attempt,
    look: SessionLook,
  ): Promise<void> {
    if (look.state === 'signed-out') return this.#waitForSignIn(record, null);
    const endsAt = endOf(look);
    // Who has a connection that does not work any more only wants it back.
    const evenOld = way === 'connect-anyway' || former.phase === 'connected';
    if (endsAt !== null && !evenOld && isOldSession(endsAt, this.#parts.browser.now())) {
      return record.advance((current) => ({ ...attemptOf(current), phase: 'old-session', endsAt }));
    }
    const tokens = await this.#trading.tradeSession(look, 'player', atStep(record));
    // Sony named no session that this would contradict: simply nobody is signed in.
    if (tokens === null) return this.#waitForSignIn(record, null);
    return this.#storeTokens(record, tokens, look);
  }

  async #storeTokens(
    record: AttemptRecord,
    tokens: Tokens,
    look: SessionLook | null,
  ): Promise<void> {
    const { exclusively, vault, browser } = this.#parts;
    const attempt = await record.read();
    failIfOtherAccount(attempt, tokens);
    const { accountId } = tokens;
    // What is being asked of Sony belongs to the account before.
    const former = accountOf(attempt);
    if (former !== null && former !== accountId) this.#parts.library.interrupt();
    await exclusively('refresh', () => vault.store(tokens));
    const tokenLife = tokenLifeOf(tokens, look, browser.now());
    await record.advance((current) => profiled(current, accountId, tokenLife));
    await this.#finish(record, profiled(await record.read(), accountId, tokenLife));
  }

  async #finish(
    record: AttemptRecord,
    { accountId, tokenLife, way }: ProfiledAttempt,
  ): Promise<void> {
    const { profile, browser, library, pasted } = this.#parts;
    await record.read();
    if (way === 'paste') await pasted.forget();
    const player = await profileOf(profile, accountId);
    await record.read();
    await library.create(player);
    await record.advance(() => connectedTo(accountId, tokenLife));
    await browser.showLibrary();
    library.fill();
  }

  async #waitForSignIn(record: AttemptRecord, laterThan: number | null): Promise<void> {
    const since = this.#parts.browser.now();
    await record.advance((current) => ({
      ...attemptOf(current),
      phase: 'waiting-for-sign-in',
      since,
      laterThan,
      isShown: false,
    }));
    await this.#show(record, () => this.#parts.browser.showSignInPage());
  }

  async #waitForSignOut(record: AttemptRecord, laterThan: number | null): Promise<void> {
    if (laterThan === null) return this.#waitForSignIn(record, null);
    const since = this.#parts.browser.now();
    await record.advance((current) => ({
      ...attemptOf(current),
      phase: 'signing-out',
      since,
      laterThan,
      isShown: false,
    }));
    await this.#show(record, () => this.#parts.browser.showAccountPage());
  }

  /** Noted once it is done: a page that is shown twice is better than one that never is. */
  async #show(record: AttemptRecord, show: () => Promise<void>): Promise<void> {
    await show();
    await record.advance((current) =>
      'isShown' in current ? { ...current, isShown: true } : current,
    );
  }

  async #lookForSignIn(
    record: AttemptRecord,
    waiting: WaitingForSignIn,
    asker: Asker,
  ): Promise<void> {
    const { browser, session } = this.#parts;
    failIfTooLong(waiting, browser.now(), 'not-signed-in');
    if (!waiting.isShown) return this.#show(record, () => browser.showSignInPage());
    const look = await lookPatiently(session, asker);
    if (look === null || look.state === 'signed-out') return;
    // By then the cookie is the new one, whatever end Sony names.
    if (asker === 'late-sign-in' || isAwaited(look, waiting.laterThan)) {
      await this.#connectAwaited(record, look, asker);
    }
  }

  /** A try that fails for a passing reason, or too early, goes on waiting: nobody is there to press a button. */
  async #connectAwaited(record: AttemptRecord, look: SessionLook, asker: Asker): Promise<void> {
    const tokens = await this.#trading.tradeSession(look, asker).catch((thrown: unknown) => {
      const failure = failureOf(thrown);
      // Right after a sign-in the old cookie may still be there.
      if (!isPassing(failure) && failure.cause !== 'session-half-dead') throw thrown;
      return null;
    });
    if (tokens !== null) await this.#storeTokens(record, tokens, look);
  }

  async #lookForSignOut(record: AttemptRecord, leaving: SigningOut, asker: Asker): Promise<void> {
    const { browser, session } = this.#parts;
    failIfTooLong(leaving, browser.now(), 'not-signed-in');
    if (!leaving.isShown) return this.#show(record, () => browser.showAccountPage());
    const look = await lookPatiently(session, asker);
    if (look?.state === 'signed-out') return this.#waitForSignIn(record, leaving.laterThan);
    const endsAt = look === null ? null : endOf(look);
    if (look !== null && endsAt !== null && isLaterSession(endsAt, leaving.laterThan)) {
      await this.#connectAwaited(record, look, asker);
    }
  }
}

function atStep(record: AttemptRecord) {
  return (step: 'code' | 'tokens'): Promise<void> =>
    record.advance((current) => ({ ...attemptOf(current), phase: 'connecting', step }));
}
