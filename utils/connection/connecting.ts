import { isLaterSession, isUnderWay, type Connected, type Connection } from '../domain/connection';
import { FailureError, failureOf, isPassing, type Failure } from '../domain/failure';
import type { Player } from '../domain/player';
import type { Secret } from '../domain/secret';
import { isOldSession } from '../domain/token-life';
import { endOf } from './session-look';
import { SignInWatch } from './sign-in-watch';
import { faceOf } from './face';
import { tokenLifeOf, Trading } from './trading';
import type {
  ConnectionRecord,
  Exclusively,
  PsnProfile,
  PsnSession,
  PsnTokens,
  SessionLook,
  Surroundings,
  Tokens,
  Vault,
} from './ports';

interface Parts {
  session: PsnSession;
  tokens: PsnTokens;
  profile: PsnProfile;
  vault: Vault;
  record: ConnectionRecord;
  surroundings: Surroundings;
  exclusively: Exclusively;
  /** Makes room for the account's library, with its face on it. */
  keepPlayer: (player: Player) => Promise<void>;
  /** Ends a sync of the account before. */
  stopSync: () => Promise<void>;
  /** Starts filling the library, and does not wait for it. */
  fillLibrary: () => void;
}

type Profiled = Extract<Connection, { step: 'profile' }>;
type Waiting = Extract<Connection, { phase: 'waiting-for-sign-in' }>;
type SigningOut = Extract<Connection, { phase: 'signing-out' }>;

/**
 * From a click to a connected account. Where it stands is the connection record, written before each step, so a
 * worker that died is resumed from there: before the tokens are stored it starts over (a code is good for one use),
 * after that it goes on.
 */
export class Connecting {
  readonly #parts: Parts;
  readonly #trading: Trading;
  readonly #watch: SignInWatch;
  /** How often it was cancelled: whatever was asked for before the last time is over. */
  #cancels = 0;
  #cancelsAtStart = 0;
  /** The connection that an attempt began with: it is kept until another is stored. */
  #former: Connected | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { session, tokens, surroundings } = parts;
    this.#watch = new SignInWatch(session, () => surroundings.now());
    this.#trading = new Trading(session, tokens, (step, source) =>
      this.#advance({ phase: 'connecting', step, source }),
    );
  }

  /**
   * Connects whoever is signed in at PlayStation. The record says how it went; where there was a connection before,
   * that is kept on a failure, and the failure is thrown.
   * @param evenOld also where a fresh sign-in would last longer; otherwise the player is asked first
   */
  async connect(evenOld = false): Promise<void> {
    const before = this.#parts.record.read();
    await this.#attempt(async () => {
      const { phase } = await this.#parts.record.read();
      // Somebody else who asked at the same time has done it.
      if (phase === 'connected' && (await before).phase !== 'connected') return;
      await this.#parts.surroundings.keepWaking();
      await this.#connectSession(evenOld || phase === 'connected');
    });
  }

  /** Connects the account of a pasted NPSSO, which is forgotten as soon as it was traded. */
  async connectPasted(npsso: Secret): Promise<void> {
    await this.#attempt(async () => {
      await this.#parts.surroundings.keepWaking();
      await this.#connectTokens(await this.#trading.tradePasted(npsso), null);
    });
  }

  /** Opens Sony's sign-in page and connects when the player has signed in there. */
  async signIn(): Promise<void> {
    const { record, surroundings } = this.#parts;
    // What is connected stays so: whoever renews notices the sign-in.
    if ((await record.read()).phase === 'connected') return surroundings.openSignInPage();
    await this.#attempt(async () => {
      const { phase } = await record.read();
      if (phase === 'waiting-for-sign-in') return surroundings.openSignInPage();
      // A session that is already there and did not do must not be taken for the new one.
      return this.#waitForSignIn(endOf(await this.#parts.session.look()));
    });
  }

  /** Leads from an old sign-in to a fresh one: out at PlayStation's account page, in again, and on by itself. */
  async startFresh(): Promise<void> {
    await this.#attempt(async () => {
      const { surroundings, session } = this.#parts;
      const laterThan = endOf(await session.look());
      if (laterThan === null) return this.#waitForSignIn(null);
      const since = surroundings.now();
      this.#watch.begin();
      await this.#advance({ phase: 'signing-out', since, laterThan });
      await surroundings.keepWaking();
      return surroundings.openAccountPage();
    });
  }

  /**
   * Goes on where the record says. Cheap and safe to repeat.
   * @param signedInNow a sign-in has just come to its end in a tab: look at once
   */
  async resume(signedInNow = false): Promise<void> {
    const { phase } = await this.#parts.record.read();
    if (!isUnderWay(phase)) return this.#parts.surroundings.stopWaking();
    await this.#attempt(async () => {
      const connection = await this.#parts.record.read();
      if (connection.phase === 'connecting') await this.#goOn(connection);
      if (connection.phase === 'signing-out') await this.#lookForSignOut(connection, signedInNow);
      if (connection.phase === 'waiting-for-sign-in') {
        await this.#lookForSignIn(connection, signedInNow);
      }
    });
  }

  /** Back to not connected, whatever step it was at. */
  async cancel(): Promise<void> {
    this.#cancels++;
    const { phase } = await this.#parts.record.read();
    if (phase === 'connected') return;
    await this.#stop({ phase: 'disconnected', failure: null });
    await this.#parts.exclusively('connecting', async () => {
      // Whoever came first to the lock may have been connected by then.
      const now = await this.#parts.record.read();
      if (now.phase === 'disconnected') await this.#eraseVault();
    });
  }

  /** Runs one at a time, and turns whatever goes wrong into the record's failure. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    const cancels = this.#cancels;
    await this.#parts.exclusively('connecting', async () => {
      this.#cancelsAtStart = cancels;
      const before = await this.#parts.record.read();
      this.#former = before.phase === 'connected' ? before : null;
      try {
        if (!(await this.#parts.surroundings.hostsAllowed())) {
          throw new FailureError({ cause: 'permission-missing' });
        }
        this.#continueUnlessCancelled();
        await work();
      } catch (thrown) {
        if (this.#isCancelled()) return;
        await this.#giveUp(failureOf(thrown));
      }
    });
  }

  /** Back to the connection that there was, or to none. The asker of the former is told why. */
  async #giveUp(failure: Failure): Promise<void> {
    if (this.#former !== null) {
      await this.#stop(this.#former);
      throw new FailureError(failure);
    }
    await this.#eraseVault();
    await this.#stop({ phase: 'disconnected', failure });
  }

  #eraseVault(): Promise<void> {
    return this.#parts.exclusively('refresh', () => this.#parts.vault.erase());
  }

  async #goOn(connection: Extract<Connection, { phase: 'connecting' }>): Promise<void> {
    if (connection.step === 'profile') return this.#finish(connection);
    // The pasted NPSSO was kept nowhere.
    if (connection.source === 'pasted') throw new FailureError({ cause: 'paste-interrupted' });
    return this.#connectSession(true);
  }

  async #connectSession(evenOld: boolean): Promise<void> {
    await this.#advance({ phase: 'connecting', step: 'session', source: 'browser' });
    const look = await this.#parts.session.look();
    if (look.state === 'signed-out') return this.#waitForSignIn(null);
    const endsAt = endOf(look);
    if (endsAt !== null && !evenOld && isOldSession(endsAt, this.#parts.surroundings.now())) {
      return this.#stop({ phase: 'old-session', endsAt });
    }
    return this.#connectLook(look);
  }

  async #connectLook(look: SessionLook): Promise<void> {
    const tokens = await this.#trading.tradeSession(look);
    // Sony named no session that this would contradict: simply nobody is signed in.
    if (tokens === null) return this.#waitForSignIn(null);
    return this.#connectTokens(tokens, look);
  }

  async #connectTokens(tokens: Tokens, look: SessionLook | null): Promise<void> {
    const { exclusively, stopSync, vault } = this.#parts;
    if (this.#isOtherAccount(tokens, look)) throw new FailureError({ cause: 'other-account' });
    // What still runs belongs to the account before.
    await stopSync();
    this.#continueUnlessCancelled();
    await exclusively('refresh', () => vault.keepTokens(tokens));
    this.#former = null;
    const connection: Profiled = {
      phase: 'connecting',
      step: 'profile',
      accountId: tokens.accountId,
      tokenLife: tokenLifeOf(tokens, look, this.#parts.surroundings.now()),
    };
    await this.#advance(connection);
    await this.#finish(connection);
  }

  /** Who only wants a broken connection back does not want somebody else's; a pasted NPSSO is a choice. */
  #isOtherAccount(tokens: Tokens, look: SessionLook | null): boolean {
    return look !== null && this.#former !== null && this.#former.accountId !== tokens.accountId;
  }

  async #finish({ accountId, tokenLife }: Profiled): Promise<void> {
    const { profile, surroundings, keepPlayer, fillLibrary } = this.#parts;
    const player = await faceOf(profile, accountId);
    this.#continueUnlessCancelled();
    await keepPlayer(player);
    await this.#advance({ phase: 'connected', accountId, tokenLife, failure: null });
    await surroundings.stopWaking();
    await surroundings.openLibrary();
    fillLibrary();
  }

  async #waitForSignIn(laterThan: number | null): Promise<void> {
    const { surroundings } = this.#parts;
    const since = surroundings.now();
    this.#watch.begin();
    await this.#advance({ phase: 'waiting-for-sign-in', since, laterThan });
    await surroundings.keepWaking();
    await surroundings.openSignInPage();
  }

  async #lookForSignIn(waiting: Waiting, signedInNow: boolean): Promise<void> {
    const look = await this.#watch.lookAgain(waiting.since, signedInNow);
    if (look === null || look.state === 'signed-out') return;
    if (signedInNow || this.#watch.isWorthATry(look, waiting.laterThan)) {
      await this.#connectAwaited(look, waiting);
    }
  }

  /** A try that fails for a passing reason, or too early, goes back to waiting: nobody is there to press a button. */
  async #connectAwaited(look: SessionLook, waiting: Waiting): Promise<void> {
    try {
      const tokens = await this.#trading.tradeSession(look);
      if (tokens === null) return await this.#advance(waiting);
      await this.#connectTokens(tokens, look);
    } catch (thrown) {
      const failure = failureOf(thrown);
      // Right after a sign-in the old cookie may still be there.
      if (!isPassing(failure) && failure.cause !== 'session-half-dead') throw thrown;
      await this.#advance(waiting);
    }
  }

  async #lookForSignOut({ since, laterThan }: SigningOut, signedInNow: boolean): Promise<void> {
    const look = await this.#watch.lookAgain(since, signedInNow);
    if (look?.state === 'signed-out') return this.#waitForSignIn(laterThan);
    const endsAt = look === null ? null : endOf(look);
    if (look !== null && endsAt !== null && isLaterSession(endsAt, laterThan)) {
      await this.#connectLook(look);
    }
  }

  #continueUnlessCancelled(): void {
    if (this.#isCancelled()) throw new Error('cancelled');
  }

  #isCancelled(): boolean {
    return this.#cancels !== this.#cancelsAtStart;
  }

  async #advance(connection: Connection): Promise<void> {
    this.#continueUnlessCancelled();
    await this.#parts.record.write(connection);
  }

  async #stop(connection: Connection): Promise<void> {
    await this.#parts.record.write(connection);
    await this.#parts.surroundings.stopWaking();
  }
}
