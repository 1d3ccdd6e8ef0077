import type { Connection } from '../domain/connection';
import { FailureError, failureOf, isPassing } from '../domain/failure';
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
import type { Player } from '../domain/player';

/** Sony answers 429 to a session page that is asked too often without a sign-in. */
const LOOK_INTERVAL = 10_000;
const WAITING_LIMIT = 30 * 60_000;
/** Sony counts a session in whole seconds left, so one session's end wavers a little from look to look. */
const SAME_SESSION = 60_000;

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
  /** Starts filling the library, and does not wait for it. */
  fillLibrary: () => void;
}

type Profiled = Extract<Connection, { step: 'profile' }>;
type Waiting = Extract<Connection, { phase: 'waiting-for-sign-in' }>;

/**
 * From a click to a connected account. Where it stands is the connection record, written before each step, so a
 * worker that died is resumed from there: before the tokens are stored it starts over (a code is good for one use),
 * after that it goes on.
 */
export class Connecting {
  readonly #parts: Parts;
  /** How often it was cancelled: whatever was asked for before the last time is over. */
  #cancels = 0;
  #cancelsAtStart = 0;
  #lastLookAt = -Infinity;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Connects whoever is signed in at PlayStation. Never fails: the record says how it went. */
  async connect(): Promise<void> {
    await this.#attempt(async () => {
      await this.#parts.surroundings.keepWaking();
      await this.#connectSession();
    });
  }

  /** Opens Sony's sign-in page and connects when the player has signed in there. */
  async signIn(): Promise<void> {
    await this.#attempt(async () => {
      const { phase } = await this.#parts.record.read();
      if (phase === 'waiting-for-sign-in') return this.#parts.surroundings.openSignInPage();
      const look = await this.#parts.session.look();
      // A session that is already there and did not do must not be taken for the new one.
      return this.#waitForSignIn(look.state === 'signed-in' ? look.endsAt + SAME_SESSION : null);
    });
  }

  /**
   * Goes on where the record says. Cheap and safe to repeat.
   * @param signedInNow a sign-in has just come to its end in a tab: look at once, and at whatever session there is
   */
  async resume(signedInNow = false): Promise<void> {
    const { phase } = await this.#parts.record.read();
    if (phase !== 'connecting' && phase !== 'waiting-for-sign-in') return;
    await this.#attempt(async () => {
      const connection = await this.#parts.record.read();
      if (connection.phase === 'waiting-for-sign-in') await this.#look(connection, signedInNow);
      else if (connection.phase === 'connecting') await this.#goOn(connection);
    });
  }

  /** Back to not connected, whatever step it was at. */
  async cancel(): Promise<void> {
    this.#cancels++;
    const { phase } = await this.#parts.record.read();
    if (phase === 'connected') return;
    await this.#stop({ phase: 'disconnected', failure: null });
    await this.#parts.exclusively('connecting', () => this.#parts.vault.erase());
  }

  /** Runs one at a time, and turns whatever goes wrong into the record's failure. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    const cancels = this.#cancels;
    await this.#parts.exclusively('connecting', async () => {
      this.#cancelsAtStart = cancels;
      try {
        if (!(await this.#parts.surroundings.hostsAllowed())) {
          throw new FailureError({ cause: 'permission-missing' });
        }
        this.#continueUnlessCancelled();
        await work();
      } catch (thrown) {
        if (this.#isCancelled()) return;
        await this.#stop({ phase: 'disconnected', failure: failureOf(thrown) });
      }
    });
  }

  async #goOn(connection: Extract<Connection, { phase: 'connecting' }>): Promise<void> {
    if (connection.step === 'profile') await this.#finish(connection);
    else await this.#connectSession();
  }

  async #connectSession(): Promise<void> {
    await this.#advance({ phase: 'connecting', step: 'session' });
    const look = await this.#parts.session.look();
    if (look.state === 'signed-out') await this.#waitForSignIn(null);
    else await this.#connectLook(look);
  }

  async #connectLook(look: Exclude<SessionLook, { state: 'signed-out' }>): Promise<void> {
    const tokens = await this.#fetchTokens(look);
    if (tokens === null) {
      // Sony named no session that would now be contradicted: this is simply nobody signed in.
      await this.#waitForSignIn(null);
      return;
    }
    this.#continueUnlessCancelled();
    await this.#parts.vault.keepTokens(tokens);
    const connection: Profiled = {
      phase: 'connecting',
      step: 'profile',
      accountId: tokens.accountId,
      tokenLife: {
        provedAt: this.#parts.surroundings.now(),
        refreshTokenEndsAt: tokens.refreshTokenEndsAt,
        sessionEndsAt: look.state === 'signed-in' ? look.endsAt : null,
      },
    };
    await this.#advance(connection);
    await this.#finish(connection);
  }

  /** Null where nobody turned out to be signed in. */
  async #fetchTokens(look: SessionLook): Promise<Tokens | null> {
    try {
      return await this.#exchangeCode();
    } catch (thrown) {
      const { cause } = failureOf(thrown);
      // A code can be lost with a dying worker; a second one is free.
      if (cause === 'code-refused') return this.#exchangeCode();
      if (cause !== 'not-signed-in') throw thrown;
      if (look.state === 'signed-in') throw new FailureError({ cause: 'session-half-dead' });
      return null;
    }
  }

  async #exchangeCode(): Promise<Tokens> {
    await this.#advance({ phase: 'connecting', step: 'code' });
    const code = await this.#parts.session.fetchCode();
    await this.#advance({ phase: 'connecting', step: 'tokens' });
    return this.#parts.tokens.exchange(code);
  }

  async #finish({ accountId, tokenLife }: Profiled): Promise<void> {
    const { profile, surroundings, keepPlayer, fillLibrary } = this.#parts;
    const player = await profile.player(accountId);
    this.#continueUnlessCancelled();
    await keepPlayer(player);
    await surroundings.openLibrary();
    await this.#stop({ phase: 'connected', accountId, tokenLife, failure: null });
    fillLibrary();
  }

  async #waitForSignIn(laterThan: number | null): Promise<void> {
    const { surroundings } = this.#parts;
    const since = surroundings.now();
    this.#lastLookAt = since;
    await this.#advance({ phase: 'waiting-for-sign-in', since, laterThan });
    await surroundings.keepWaking();
    await surroundings.openSignInPage();
  }

  async #look(waiting: Waiting, signedInNow: boolean): Promise<void> {
    const now = this.#parts.surroundings.now();
    if (now - waiting.since > WAITING_LIMIT) throw new FailureError({ cause: 'not-signed-in' });
    if (!signedInNow && now - this.#lastLookAt < LOOK_INTERVAL) return;
    this.#lastLookAt = now;
    const look = await this.#lookPatiently();
    if (look.state === 'signed-out') return;
    if (signedInNow || this.#isAwaited(look, waiting)) await this.#connectLook(look);
  }

  #isAwaited(look: SessionLook, { laterThan }: Waiting): boolean {
    return look.state === 'signed-in' && (laterThan === null || look.endsAt > laterThan);
  }

  /** A look that fails for a passing reason is only a look that saw nothing yet. */
  async #lookPatiently(): Promise<SessionLook> {
    try {
      return await this.#parts.session.look();
    } catch (thrown) {
      if (isPassing(failureOf(thrown))) return { state: 'signed-out' };
      throw thrown;
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
