import { withTokenLife, type Connection } from '../domain/connection/connection';
import { FailureError, type Failure } from '../domain/failure';
import type { Secret } from '../domain/connection/secret';
import type { ConnectionRecord, Exclusively, PsnTokens, Tokens, Vault } from './ports';

interface Needs {
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
  readonly #needs: Needs;
  readonly #accountId: string;

  constructor(needs: Needs, accountId: string) {
    this.#needs = needs;
    this.#accountId = accountId;
  }

  /** An access token that is good for a minute at least. Fails with `token-refused` where only connecting again helps. */
  async token(): Promise<Secret> {
    const { accountId } = await this.#connected();
    return (await this.#needs.vault.accessToken(accountId)) ?? this.#refresh(accountId, null);
  }

  /** An access token other than the one that Sony has just refused. */
  async tokenInsteadOf(refused: Secret): Promise<Secret> {
    const { accountId } = await this.#connected();
    return this.#refresh(accountId, refused);
  }

  /** The connection is broken until the player, or a renewal, connects it again. */
  async #giveUp(failure: Failure): Promise<void> {
    await this.#needs.record.change((connection) =>
      connection.phase === 'connected' && connection.accountId === this.#accountId
        ? { ...connection, failure }
        : connection,
    );
  }

  async #connected(): Promise<Connected> {
    const connection = await this.#needs.record.read();
    const isOurs = 'accountId' in connection && connection.accountId === this.#accountId;
    if (!isOurs) throw new FailureError({ cause: 'not-signed-in' });
    return connection;
  }

  #refresh(accountId: string, refused: Secret | null): Promise<Secret> {
    return this.#needs.exclusively('refresh', async () => {
      await this.#failIfRefused();
      // Whoever held the lock before may have done the work.
      const renewed = await this.#needs.vault.accessToken(accountId);
      if (renewed !== null && renewed.reveal() !== refused?.reveal()) return renewed;
      return (await this.#renewed(accountId)).accessToken;
    });
  }

  /**
   * A refresh token that Sony refused is not tried again: that only looks like an attack. One that has ended by the
   * clock is tried once: the clock may be wrong, and without an answer it stays so.
   */
  async #failIfRefused(): Promise<void> {
    const connection = await this.#connected();
    const failure = connection.phase === 'connected' ? connection.failure : null;
    // Access that data was refused with says nothing of the refresh token, and is often taken again later.
    if (failure !== null && failure.cause !== 'access-refused') throw new FailureError(failure);
  }

  async #renewed(accountId: string): Promise<Tokens> {
    const { vault, tokens } = this.#needs;
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
        return this.#broken(await this.#refusal(thrown.failure));
      }
      throw thrown;
    }
  }

  /** What Sony refuses after its end has simply ended. */
  async #refusal(refused: Failure): Promise<Failure> {
    const { tokenLife } = await this.#connected();
    const hasEnded = tokenLife.refreshTokenEndsAt <= this.#needs.now();
    return hasEnded ? { ...refused, cause: 'connection-expired' } : refused;
  }

  async #prove({ accountId, refreshTokenEndsAt }: Tokens): Promise<void> {
    const provedAt = this.#needs.now();
    await this.#needs.record.change((connection) =>
      withTokenLife(connection, accountId, { provedAt, refreshTokenEndsAt }),
    );
  }

  async #broken(failure: Failure): Promise<never> {
    await this.#giveUp(failure);
    throw new FailureError(failure);
  }
}
