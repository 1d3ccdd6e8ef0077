import { withTokenLife, type Connection } from '../domain/connection/connection';
import { FailureError, type Failure } from '../domain/failure';
import type { Secret } from '../domain/connection/secret';
import type { ConnectionRecord, Exclusively, PsnTokens, Tokens, Vault } from './ports';

interface Parts {
  vault: Vault;
  tokens: PsnTokens;
  record: ConnectionRecord;
  exclusively: Exclusively;
  now: () => number;
}

type Connected = Extract<Connection, { accountId: string }>;

/**
 * Access tokens for one account, for as long as it is the connected one: what was begun for it gets nobody else's.
 * Callers at the same time share one refresh.
 */
export class Access {
  readonly #parts: Parts;
  readonly #accountId: string;

  constructor(parts: Parts, accountId: string) {
    this.#parts = parts;
    this.#accountId = accountId;
  }

  /** An access token that is good for a minute at least. Fails with `token-refused` where only connecting again helps. */
  async token(): Promise<Secret> {
    const { accountId } = await this.#connected();
    return (await this.#parts.vault.accessToken(accountId)) ?? this.#refresh(accountId, null);
  }

  /** An access token other than the one that Sony has just refused. */
  async tokenInsteadOf(refused: Secret): Promise<Secret> {
    const { accountId } = await this.#connected();
    return this.#refresh(accountId, refused);
  }

  /** The connection is broken until the player, or a renewal, connects it again. */
  async giveUp(failure: Failure): Promise<void> {
    await this.#parts.record.change((connection) =>
      connection.phase === 'connected' && connection.accountId === this.#accountId
        ? { ...connection, failure }
        : connection,
    );
  }

  async #connected(): Promise<Connected> {
    const connection = await this.#parts.record.read();
    const isOurs = 'accountId' in connection && connection.accountId === this.#accountId;
    if (!isOurs) throw new FailureError({ cause: 'not-signed-in' });
    return connection;
  }

  #refresh(accountId: string, refused: Secret | null): Promise<Secret> {
    return this.#parts.exclusively('refresh', async () => {
      await this.#failIfOver();
      // Whoever held the lock before may have done the work.
      const fresh = await this.#parts.vault.accessToken(accountId);
      if (fresh !== null && fresh.reveal() !== refused?.reveal()) return fresh;
      return (await this.#renewed(accountId)).accessToken;
    });
  }

  /** A refresh token that Sony refused, or that has ended, is not tried again: that only looks like an attack. */
  async #failIfOver(): Promise<void> {
    const connection = await this.#connected();
    if (connection.phase === 'connected' && connection.failure !== null) {
      throw new FailureError(connection.failure);
    }
    if (connection.tokenLife.refreshTokenEndsAt <= this.#parts.now()) {
      throw new FailureError({ cause: 'connection-expired' });
    }
  }

  async #renewed(accountId: string): Promise<Tokens> {
    const { vault, tokens } = this.#parts;
    const refreshToken = await vault.refreshToken(accountId);
    if (refreshToken === null) return this.#broken({ cause: 'token-lost' });
    try {
      const answer = await tokens.refresh(refreshToken);
      if (answer.accountId !== accountId) {
        throw new FailureError({ cause: 'answer-not-understood', during: 'refresh' });
      }
      // Stored before it is used: Sony may have replaced the refresh token.
      await vault.store(answer);
      await this.#prove(answer);
      return answer;
    } catch (thrown) {
      if (thrown instanceof FailureError && thrown.failure.cause === 'token-refused') {
        return this.#broken(thrown.failure);
      }
      throw thrown;
    }
  }

  async #prove({ accountId, refreshTokenEndsAt }: Tokens): Promise<void> {
    const provedAt = this.#parts.now();
    await this.#parts.record.change((connection) =>
      withTokenLife(connection, accountId, { provedAt, refreshTokenEndsAt }),
    );
  }

  async #broken(failure: Failure): Promise<never> {
    await this.giveUp(failure);
    throw new FailureError(failure);
  }
}
