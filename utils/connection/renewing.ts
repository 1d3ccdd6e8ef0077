import {
  isLaterSession,
  isSameSession,
  type Connected,
  type Session,
} from '../domain/connection/connection';
import { failureOf, isOfStorage, isPassing, type Failure } from '../domain/failure';
import {
  isWorthRenewing,
  isWorthTrying,
  nextCheckAt,
  seenForCheckAt,
  seenForRetry,
} from '../domain/connection/token-life';
import type {
  Asker,
  ConnectionRecord,
  Exclusively,
  PsnSession,
  PsnTokens,
  SettingsRecord,
  Tokens,
  Vault,
} from './ports';

/** A check that was made for another reason a moment ago will do. */
const JUST_CHECKED = 10_000;

interface Needs {
  session: PsnSession;
  tokens: PsnTokens;
  vault: Vault;
  record: ConnectionRecord;
  settings: SettingsRecord;
  exclusively: Exclusively;
  now: () => number;
}

/**
 * Keeps a connection alive from the sign-in at PlayStation, without a word to the player: only the exchange of a
 * living session gives a refresh token that lasts longer. Never takes another account's.
 */
export class Renewing {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Looks at the session, and renews where that gives a later end, if the player lets it. Safe to repeat. */
  async renew(asker: Asker = 'automatic'): Promise<void> {
    await this.#checkIf((connection) => this.#sinceCheck(connection) > JUST_CHECKED, asker);
  }

  /** The same when the last check says nothing: the player has just signed in, or wants it from now on. */
  async renewAtOnce(asker: Asker): Promise<void> {
    await this.#checkIf(() => true, asker);
  }

  /** Tries to get back a connection that Sony has ended. True where it works again. */
  async restore(): Promise<boolean> {
    await this.renewAtOnce('automatic');
    const connection = await this.#needs.record.read();
    if (connection.phase !== 'connected' || connection.failure !== null) return false;
    return connection.tokenLife.refreshTokenEndsAt > this.#needs.now();
  }

  /** Renews where the next check is due. */
  async renewIfDue(): Promise<void> {
    const connection = await this.#needs.record.read();
    if (connection.phase !== 'connected') return;
    if (nextCheckAt(connection.tokenLife) <= this.#needs.now()) await this.renew();
  }

  /**
   * Looks at the session and renews, whatever the settings say: the player asked for it. To be called under the
   * connection's lock. Says why it came to nothing, where it did; `sign-in-pause` where it is too early for a check.
   */
  async renewAsked(connection: Connected, asker: Asker): Promise<Failure | null> {
    try {
      const check = await this.#needs.session.check(asker);
      if (check.state === 'signed-in') await this.#weigh(connection, check.endsAt, asker);
      else await this.#noteUnseen(connection, check.state);
      return null;
    } catch (thrown) {
      return this.#noteFailure(connection.tokenLife.session, failureOf(thrown));
    }
  }

  async #checkIf(isDue: (connection: Connected) => boolean, asker: Asker): Promise<void> {
    const { record, settings, exclusively } = this.#needs;
    if (!(await settings.read()).renewal) return;
    if ((await record.read()).phase !== 'connected') return;
    await exclusively('connecting', async () => {
      const connection = await record.read();
      if (connection.phase === 'connected' && isDue(connection)) {
        const failure = await this.renewAsked(connection, asker);
        // Too early for a check that somebody wanted: it is made up for.
        if (failure?.cause === 'sign-in-pause') await this.#checkAt(failure.until);
      }
    });
  }

  async #checkAt(instant = this.#needs.now()): Promise<void> {
    const connection = await this.#needs.record.read();
    if (connection.phase !== 'connected') return;
    const { state, endsAt } = connection.tokenLife.session;
    await this.#note(state, endsAt, seenForCheckAt(instant));
  }

  /** A clock that was set back makes the last check lie ahead: then it says nothing. */
  #sinceCheck({ tokenLife }: Connected): number {
    const since = this.#needs.now() - tokenLife.session.seenAt;
    return since < 0 ? Infinity : since;
  }

  #noteUnseen({ tokenLife }: Connected, state: 'signed-out' | 'unknown'): Promise<void> {
    const { session } = tokenLife;
    if (state === 'signed-out') return this.#note('signed-out', session.endsAt);
    return this.#noteForRetry(session);
  }

  /** A passing fault, or one of our own, says nothing of the session; any other says that it gives no more time. */
  async #noteFailure(session: Session, failure: Failure): Promise<Failure> {
    if (failure.cause === 'sign-in-pause') return failure;
    if (isPassing(failure) || isOfStorage(failure)) await this.#noteForRetry(session);
    else await this.#note('refused', session.endsAt);
    return failure;
  }

  async #weigh({ tokenLife, failure }: Connected, endsAt: number, asker: Asker): Promise<void> {
    const { state, endsAt: knownEnd } = tokenLife.session;
    const isKnown = isSameSession(knownEnd, endsAt) && state !== 'unknown';
    const now = this.#needs.now();
    if (isKnown && state === 'other-account') return this.#note('other-account', endsAt);
    const isWorth = isKnown
      ? isWorthRenewing(tokenLife, endsAt, now)
      : isWorthTrying(tokenLife, endsAt, now);
    // What Sony has refused is not tried again by itself: that only looks like an attack.
    const isRefused = isKnown && state === 'refused' && asker === 'automatic';
    if (isRefused) return this.#note('refused', endsAt);
    if (isWorth || failure !== null) return this.#exchange(endsAt, asker);
    return this.#note(isKnown && state === 'alive' ? 'alive' : 'unknown', endsAt);
  }

  async #exchange(endsAt: number, asker: Asker): Promise<void> {
    const { session, tokens, vault, exclusively } = this.#needs;
    // Tokens that cannot be stored are better not asked for.
    await exclusively('refresh', () => vault.prove());
    try {
      const granted = await tokens.exchange(await session.fetchCode(asker));
      await exclusively('refresh', () => this.#take(granted, endsAt));
    } catch (thrown) {
      if (failureOf(thrown).cause !== 'not-signed-in') throw thrown;
      // Sony names a session and then refuses to use it.
      await this.#note('refused', endsAt);
    }
  }

  /** The old token is replaced by the storing of the new one, and by nothing before it. */
  async #take(granted: Tokens, endsAt: number): Promise<void> {
    const { record, vault, now } = this.#needs;
    const connection = await record.read();
    if (connection.phase !== 'connected') return;
    if (granted.accountId !== connection.accountId) return this.#note('other-account', endsAt);
    await vault.store(granted);
    const tokenLife = {
      grant: granted.refreshTokenEndsAt - now(),
      refreshTokenEndsAt: granted.refreshTokenEndsAt,
      provedAt: now(),
      session: { state: 'alive' as const, endsAt, seenAt: now() },
    };
    await record.change((current) =>
      current.phase === 'connected' && current.accountId === granted.accountId
        ? { ...current, failure: null, refused: null, tokenLife }
        : current,
    );
  }

  #noteForRetry({ state, endsAt }: Session): Promise<void> {
    return this.#note(state, endsAt, seenForRetry(this.#needs.now()));
  }

  async #note(
    state: Session['state'],
    endsAt: number | null,
    seenAt = this.#needs.now(),
  ): Promise<void> {
    const session = { state, endsAt, seenAt };
    await this.#needs.record.change((connection) =>
      connection.phase === 'connected'
        ? { ...connection, tokenLife: { ...connection.tokenLife, session } }
        : connection,
    );
  }
}

/** True where the connection has since been renewed from a later sign-in than the one that would not do. */
export function isRenewedFrom({ tokenLife }: Connected, laterThan: number | null): boolean {
  const { state, endsAt } = tokenLife.session;
  return state === 'alive' && endsAt !== null && isLaterSession(endsAt, laterThan);
}
