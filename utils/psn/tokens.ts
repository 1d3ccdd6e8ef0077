import {
  exchangeAccessCodeForAuthTokens,
  exchangeRefreshTokenForAuthTokens,
  type AuthTokensResponse,
} from 'psn-api';
import type { PsnTokens, Tokens } from '../connection/ports';
import { FailureError, failureOf } from '../domain/failure';
import { Secret } from '../domain/connection/secret';
import * as answers from './answers';
import type { Endpoint } from './endpoints';
import type { SignInGate } from './sign-in-gate';

/** Sony's token endpoint. Both instants count from the answer: a refresh does not move the refresh token's end. */
export class SonyTokens implements PsnTokens {
  readonly #prepare: () => Promise<void>;
  readonly #gate: SignInGate;
  readonly #now: () => number;

  /** @param prepare makes sure that the request leaves without our `Origin` and the browser's cookies */
  constructor(prepare: () => Promise<void>, gate: SignInGate, now: () => number) {
    this.#prepare = prepare;
    this.#gate = gate;
    this.#now = now;
  }

  /** The second half of an exchange: the gate let its first half pass. */
  async exchange(code: Secret): Promise<Tokens> {
    try {
      const call = () => exchangeAccessCodeForAuthTokens(code.reveal());
      const tokens = await this.#ask('exchange', call);
      await this.#gate.note('exchange', null);
      return tokens;
    } catch (thrown) {
      await this.#gate.note('exchange', failureOf(thrown));
      throw thrown;
    }
  }

  async refresh(refreshToken: Secret): Promise<Tokens> {
    await this.#gate.obey();
    try {
      const call = () => exchangeRefreshTokenForAuthTokens(refreshToken.reveal());
      return await this.#ask('refresh', call);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.cause === 'too-many-requests') await this.#gate.note('exchange', failure);
      throw thrown;
    }
  }

  async #ask(endpoint: Endpoint, call: () => Promise<AuthTokensResponse>): Promise<Tokens> {
    await this.#prepare();
    const answer = answers.parseAnswer(endpoint, answers.tokens, await call());
    const now = this.#now();
    return {
      accountId: accountIdOf(answer.accessToken, endpoint),
      accessToken: new Secret(answer.accessToken),
      accessTokenEndsAt: now + answer.expiresIn * 1000,
      refreshToken: new Secret(answer.refreshToken),
      refreshTokenEndsAt: now + answer.refreshTokenExpiresIn * 1000,
    };
  }
}

/** The access token is a JWT whose claims name the account. Its signature is Sony's own business. */
function accountIdOf(accessToken: string, endpoint: Endpoint): string {
  return answers.parseAnswer(endpoint, answers.accessTokenClaims, claimsOf(accessToken, endpoint))
    .account_id;
}

function claimsOf(accessToken: string, endpoint: Endpoint): unknown {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    const bytes = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(bytes);
  } catch {
    throw new FailureError({
      cause: 'answer-not-understood',
      during: endpoint,
      fields: ['access_token'],
    });
  }
}
