import {
  exchangeAccessCodeForAuthTokens,
  exchangeRefreshTokenForAuthTokens,
  type AuthTokensResponse,
} from 'psn-api';
import type { PsnTokens, Tokens } from '../connection/ports';
import { FailureError } from '../domain/failure';
import { Secret } from '../domain/secret';
import * as answers from './answers';
import type { Endpoint } from './endpoints';

/** Sony's token endpoint. Both instants count from the answer: a refresh does not move the refresh token's end. */
export class SonyTokens implements PsnTokens {
  readonly #prepare: () => Promise<void>;
  readonly #now: () => number;

  /** @param prepare makes sure that the request leaves without our `Origin` and the browser's cookies */
  constructor(prepare: () => Promise<void>, now: () => number) {
    this.#prepare = prepare;
    this.#now = now;
  }

  exchange(code: Secret): Promise<Tokens> {
    return this.#ask('exchange', () => exchangeAccessCodeForAuthTokens(code.reveal()));
  }

  refresh(refreshToken: Secret): Promise<Tokens> {
    return this.#ask('refresh', () => exchangeRefreshTokenForAuthTokens(refreshToken.reveal()));
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
