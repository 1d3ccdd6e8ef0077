import {
  withTokenLife,
  type Connected,
  type Connection,
  type Recovery,
} from '../domain/connection/connection';
import {
  isAnswered,
  isJustTried,
  lossOf,
  tokenStep,
  withEndTold,
  withTokenAnswered,
  withTokenSent,
  withTokenUnsent,
  withTry,
} from '../domain/connection/recovery';
import { FailureError, failureOf, isOfStorage, type Failure } from '../domain/failure';
import type { Secret } from '../domain/connection/secret';
import type {
  Asker,
  ConnectionRecord,
  Exclusively,
  PsnTokens,
  RefreshedTokens,
  Tokens,
  Vault,
} from './ports';

interface Needs {
  vault: Vault;
  tokens: PsnTokens;
  record: ConnectionRecord;
  exclusively: Exclusively;
  now: () => number;
  /** Exchanges the living sign-in once. True where that gave tokens. */
  recover: (asker: Asker) => Promise<boolean>;
}

type WithAccount = Extract<Connection, { accountId: string }>;

/**
 * Access tokens for one account, for as long as it is the connected one: what was begun for it gets nobody else's.
 * Callers at the same time share one refresh. A refresh token that Sony has answered is not sent again: where tokens
 * rotate, a second time ends the connection.
 */
export class Access {
  readonly #needs: Needs;
  readonly #accountId: string;
  #pending: Promise<Secret> | null = null;

  constructor(needs: Needs, accountId: string) {
    this.#needs = needs;
    this.#accountId = accountId;
  }

  /** An access token that is good for a minute at least. Fails with why there is none, and until when. */
  async token(): Promise<Secret> {
    return (await this.#atHand()) ?? this.#obtain(null);
  }

  /** An access token other than the one that Sony has just refused. */
  async tokenInsteadOf(refused: Secret): Promise<Secret> {
    return this.#obtain(refused);
  }

  /** Has Sony say whether the refresh token still works. */
  async prove(asker: Asker): Promise<void> {
    await this.#obtain(await this.#atHand(), asker);
  }

  async #atHand(): Promise<Secret | null> {
    const connection = await this.#connected();
    const { failure } = connection.phase === 'connected' ? connection : { failure: null };
    // Access that data is refused with may be taken again.
    if (failure !== null && failure.cause !== 'access-refused') return null;
    return this.#needs.vault.accessToken(this.#accountId);
  }

  async #connected(): Promise<WithAccount> {
    const connection = await this.#needs.record.read();
    const isOurs = 'accountId' in connection && connection.accountId === this.#accountId;
    if (!isOurs) throw new FailureError({ cause: 'not-signed-in' });
    return connection;
  }

  #obtain(refused: Secret | null, asker: Asker = 'automatic'): Promise<Secret> {
    this.#pending ??= this.#obtainNow(refused, asker).finally(() => (this.#pending = null));
    return this.#pending;
  }

  async #obtainNow(refused: Secret | null, asker: Asker): Promise<Secret> {
    const { exclusively, recover } = this.#needs;
    const refreshed = await exclusively('refresh', () => this.#refreshUnlessLost(refused));
    if (typeof refreshed !== 'string') return refreshed;
    const recovered = (await recover(asker)) ? await this.#atHand() : null;
    if (recovered !== null) return recovered;
    const isAsked = refreshed === 'asked';
    const last = isAsked ? null : await exclusively('refresh', () => this.#lastResort());
    if (last !== null) return last;
    await this.#change((current) => withEndTold(current, this.#needs.now()));
    throw await this.#loss();
  }

  /** Where only the sign-in may give a token now: whether Sony was asked for one before that. */
  async #refreshUnlessLost(refused: Secret | null): Promise<Secret | 'asked' | 'not asked'> {
    const connection = await this.#connected();
    // Whoever held the lock before may have done the work.
    const renewed = await this.#atHand();
    if (renewed !== null && renewed.reveal() !== refused?.reveal()) return renewed;
    if (connection.phase !== 'connected') return (await this.#refresh(null)) ?? 'asked';
    switch (tokenStep(connection, this.#needs.now())) {
      case 'wait':
        throw await this.#loss();
      case 'refresh':
        return (await this.#refresh(connection.recovery)) ?? 'asked';
      case 'recover':
        // Written first: a worker that dies in a try has had it.
        await this.#change((current) => withTry(current, this.#needs.now()));
        return 'not asked';
    }
  }

  /** What may have reached Sony is sent once more where nothing else is left, and never what Sony has answered. */
  async #lastResort(): Promise<Secret | null> {
    const connection = await this.#connected();
    if (connection.phase !== 'connected' || connection.recovery?.token === 'spent') return null;
    return this.#refresh(connection.recovery);
  }

  /** Null where Sony has answered without a token. */
  async #refresh(before: Recovery | null): Promise<Secret | null> {
    const { vault, tokens, now } = this.#needs;
    const sent = await vault.refreshToken(this.#accountId);
    if (sent === null) return this.#noteAnswer(before, { cause: 'token-lost' });
    await this.#change((connection) => withTokenSent(connection, now()));
    try {
      const answer = this.#whole(await tokens.refresh(sent), sent, await this.#connected());
      // Stored before it is used: Sony may have replaced the refresh token.
      await vault.store(answer);
      await this.#prove(answer);
      return answer.accessToken;
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (isOfStorage(failure)) await this.#noteUnstored(before, failure);
      if (isAnswered(failure)) return this.#noteAnswer(before, failure);
      await this.#change((connection) => withTokenUnsent(connection, before, failure, now()));
      throw thrown;
    }
  }

  /** What Sony left out stays as it was known. */
  #whole(answer: RefreshedTokens, sent: Secret, { tokenLife }: WithAccount): Tokens {
    const accountId = this.#accountId;
    if (answer.accountId !== null && answer.accountId !== accountId) {
      const fields = ['account_id'];
      throw new FailureError({ cause: 'answer-not-understood', during: 'refresh', fields });
    }
    const { refreshToken, refreshTokenEndsAt } = answer;
    return {
      ...answer,
      accountId,
      refreshToken: refreshToken ?? sent,
      // It has just worked: it is not over, whatever was known.
      refreshTokenEndsAt:
        refreshTokenEndsAt ?? Math.max(tokenLife.refreshTokenEndsAt, answer.accessTokenEndsAt),
    };
  }

  /** Null where the sign-in may help at once; fails where the last try was a moment ago. */
  async #noteAnswer(before: Recovery | null, answered: Failure): Promise<null> {
    const { now } = this.#needs;
    const isEarly = isJustTried(before, now());
    await this.#change((connection) =>
      withTokenAnswered(connection, before, saidOf(connection, answered, now()), now()),
    );
    if ((await this.#connected()).phase !== 'connected') throw new FailureError(answered);
    if (isEarly) {
      await this.#change((current) => withEndTold(current, now()));
      throw await this.#loss();
    }
    return null;
  }

  /** Sony has given what the vault has in memory only: it is tried again in its time, and no other asked for at once. */
  async #noteUnstored(before: Recovery | null, failure: Failure): Promise<never> {
    const { now } = this.#needs;
    await this.#change((connection) => withTokenAnswered(connection, before, failure, now()));
    throw new FailureError(failure);
  }

  async #prove({ accountId, refreshTokenEndsAt }: Tokens): Promise<void> {
    const provedAt = this.#needs.now();
    await this.#needs.record.change((connection) =>
      withTokenLife(connection, accountId, { provedAt, refreshTokenEndsAt }),
    );
  }

  async #loss(): Promise<FailureError> {
    const connection = await this.#connected();
    const isLost = connection.phase === 'connected';
    return new FailureError(isLost ? lossOf(connection) : { cause: 'not-signed-in' });
  }

  async #change(change: (connection: Connected) => Connected): Promise<void> {
    await this.#needs.record.change((current) =>
      current.phase === 'connected' && current.accountId === this.#accountId
        ? change(current)
        : current,
    );
  }
}

/** What Sony refuses after its end has simply ended. */
function saidOf({ tokenLife }: Connected, refused: Failure, now: number): Failure {
  const hasEnded = refused.cause === 'token-refused' && tokenLife.refreshTokenEndsAt <= now;
  return hasEnded ? { ...refused, cause: 'connection-expired' } : refused;
}
