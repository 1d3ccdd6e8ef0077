import {
  exchangeAccessCodeForAuthTokens,
  exchangeRefreshTokenForAuthTokens,
  type AuthTokensResponse,
} from 'psn-api';
import type { PsnTokens, RefreshedTokens, Tokens } from '../connection/ports';
import { FailureError, failureOf } from '../domain/failure';
import { Secret } from '../domain/connection/secret';
import * as answers from './answers';
import type { Endpoint } from './endpoints';
import type { SignInGate } from './sign-in-gate';
import { claimsOf } from './token-claims';

/** How long an access token is used of which nobody says when it ends: Sony refuses it then, and a refresh follows. */
const UNSAID_LIFE = 30 * 60_000;
/** Sony gives an hour. What claims less than this is used until Sony refuses it, and not refreshed before each request. */
const SHORTEST_LIFE = 5 * 60_000;

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
      const tokens = wholeOf(await this.#ask('exchange', call));
      await this.#gate.note('exchange', null);
      return tokens;
    } catch (thrown) {
      await this.#gate.note('exchange', failureOf(thrown));
      throw thrown;
    }
  }

  async refresh(refreshToken: Secret): Promise<RefreshedTokens> {
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

  async #ask(
    endpoint: Endpoint,
    call: () => Promise<AuthTokensResponse>,
  ): Promise<RefreshedTokens> {
    await this.#prepare();
    const answer = answers.parseAnswer(endpoint, answers.tokens, await answerOf(endpoint, call));
    const now = this.#now();
    const { accessToken, expiresIn, refreshToken, refreshTokenExpiresIn } = answer;
    const claims = claimsOf(accessToken);
    const said = endOf(expiresIn, now) ?? instantOf(claims.exp, now) ?? now + UNSAID_LIFE;
    return {
      accountId: claims.account_id ?? null,
      accessToken: new Secret(accessToken),
      accessTokenEndsAt: Math.max(said, now + SHORTEST_LIFE),
      refreshToken: refreshToken ? new Secret(refreshToken) : null,
      refreshTokenEndsAt:
        endOf(refreshTokenExpiresIn, now) ?? instantOf(claimsOf(refreshToken).exp, now),
    };
  }
}

/** psn-api throws plain errors with Sony's texts in them: only what the transport says comes through. */
async function answerOf(endpoint: Endpoint, call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (thrown) {
    if (thrown instanceof FailureError) throw thrown;
    throw new FailureError({ cause: 'answer-not-understood', during: endpoint });
  }
}

/** A connection begins with all of it. Where nobody says when the refresh token ends, nothing is promised. */
function wholeOf(answer: RefreshedTokens): Tokens {
  const { accountId, refreshToken, refreshTokenEndsAt, accessTokenEndsAt } = answer;
  if (accountId !== null && refreshToken !== null) {
    const endsAt = refreshTokenEndsAt ?? accessTokenEndsAt;
    return { ...answer, accountId, refreshToken, refreshTokenEndsAt: endsAt };
  }
  const missing = accountId === null ? 'access_token' : 'refresh_token';
  throw new FailureError({
    cause: 'answer-not-understood',
    during: 'exchange',
    fields: [missing],
  });
}

function endOf(seconds: number | null | undefined, now: number): number | null {
  return seconds ? now + seconds * 1000 : null;
}

/** What was given just now has not ended yet, and lasts no longer than anything of Sony's. */
function instantOf(seconds: number | null | undefined, now: number): number | null {
  const left = (seconds ?? 0) - now / 1000;
  return seconds && left > 0 && left <= answers.LONGEST_LIFE ? seconds * 1000 : null;
}
