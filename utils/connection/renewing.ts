import { isSameSession, type Connected, type Session } from '../domain/connection';
import { failureOf, isPassing } from '../domain/failure';
import { isWorthRenewing, isWorthTrying, nextLookAt, seenForRetry } from '../domain/token-life';
import type {
  ConnectionRecord,
  Exclusively,
  PsnSession,
  PsnTokens,
  SettingsRecord,
  Tokens,
  Vault,
} from './ports';

/** A look that was made for another reason a moment ago will do. */
const JUST_LOOKED = 10_000;

interface Parts {
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
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Looks at the session, and renews where that gives a later end, if the player lets it. Safe to repeat. */
  async renew(): Promise<void> {
    if (!(await this.#parts.settings.read()).renewal) return;
    await this.#lookAt((connection) => this.#sinceLook(connection) > JUST_LOOKED);
  }

  /** The same when the last look says nothing: the player has just signed in, or asks for it. */
  async renewAtOnce(asked = false): Promise<void> {
    if (!asked && !(await this.#parts.settings.read()).renewal) return;
    await this.#lookAt(() => true);
  }

  /** Tries to get back a connection that Sony has ended. True where it works again. */
  async mend(): Promise<boolean> {
    await this.renewAtOnce();
    const connection = await this.#parts.record.read();
    if (connection.phase !== 'connected' || connection.failure !== null) return false;
    return connection.tokenLife.refreshTokenEndsAt > this.#parts.now();
  }

  /** Renews where the next look is due. */
  async renewIfDue(): Promise<void> {
    const connection = await this.#parts.record.read();
    if (connection.phase !== 'connected') return;
    if (nextLookAt(connection.tokenLife) <= this.#parts.now()) await this.renew();
  }

  async #lookAt(isDue: (connection: Connected) => boolean): Promise<void> {
    const { record, exclusively } = this.#parts;
    if ((await record.read()).phase !== 'connected') return;
    await exclusively('connecting', async () => {
      const connection = await record.read();
      if (connection.phase === 'connected' && isDue(connection)) await this.#look(connection);
    });
  }

  /** A clock that was set back makes the last look lie ahead: then it says nothing. */
  #sinceLook({ tokenLife }: Connected): number {
    const since = this.#parts.now() - tokenLife.session.seenAt;
    return since < 0 ? Infinity : since;
  }

  async #look(connection: Connected): Promise<void> {
    const { state, endsAt } = connection.tokenLife.session;
    try {
      const look = await this.#parts.session.look();
      if (look.state === 'signed-in') await this.#weigh(connection, look.endsAt);
      else if (look.state === 'signed-out') await this.#note('gone', endsAt);
      else await this.#noteForRetry(state, endsAt);
    } catch (thrown) {
      // A passing fault says nothing of the session; any other says that it gives no more time.
      if (isPassing(failureOf(thrown))) await this.#noteForRetry(state, endsAt);
      else await this.#note('refused', endsAt);
    }
  }

  async #weigh({ tokenLife, failure }: Connected, endsAt: number): Promise<void> {
    const { state, endsAt: knownEnd } = tokenLife.session;
    const isKnown = isSameSession(knownEnd, endsAt) && state !== 'unknown';
    const now = this.#parts.now();
    if (isKnown && state === 'other-account') return this.#note('other-account', endsAt);
    const isWorth = isKnown
      ? isWorthRenewing(tokenLife, endsAt, now)
      : isWorthTrying(tokenLife, endsAt, now);
    if (isWorth || failure !== null) return this.#exchange(endsAt);
    return this.#note(isKnown && state === 'alive' ? 'alive' : 'unknown', endsAt);
  }

  async #exchange(endsAt: number): Promise<void> {
    const { session, tokens, exclusively } = this.#parts;
    try {
      const fresh = await tokens.exchange(await session.fetchCode());
      await exclusively('refresh', () => this.#take(fresh, endsAt));
    } catch (thrown) {
      if (failureOf(thrown).cause !== 'not-signed-in') throw thrown;
      await this.#note('gone', endsAt);
    }
  }

  /** The old token is replaced by the storing of the new one, and by nothing before it. */
  async #take(fresh: Tokens, endsAt: number): Promise<void> {
    const { record, vault, now } = this.#parts;
    const connection = await record.read();
    if (connection.phase !== 'connected') return;
    if (fresh.accountId !== connection.accountId) return this.#note('other-account', endsAt);
    await vault.keepTokens(fresh);
    const tokenLife = {
      grant: fresh.refreshTokenEndsAt - now(),
      refreshTokenEndsAt: fresh.refreshTokenEndsAt,
      provedAt: now(),
      session: { state: 'alive' as const, endsAt, seenAt: now() },
    };
    await record.change((current) =>
      current.phase === 'connected' ? { ...current, failure: null, tokenLife } : current,
    );
  }

  #noteForRetry(state: Session['state'], endsAt: number | null): Promise<void> {
    return this.#note(state, endsAt, seenForRetry(this.#parts.now()));
  }

  async #note(
    state: Session['state'],
    endsAt: number | null,
    seenAt = this.#parts.now(),
  ): Promise<void> {
    const session = { state, endsAt, seenAt };
    await this.#parts.record.change((connection) =>
      connection.phase === 'connected'
        ? { ...connection, tokenLife: { ...connection.tokenLife, session } }
        : connection,
    );
  }
}
