import type { SignInSource, TokenLife } from '../domain/connection';
import { FailureError, failureOf } from '../domain/failure';
import type { Secret } from '../domain/secret';
import type { PsnSession, PsnTokens, SessionLook, Tokens } from './ports';
import { endOf } from './session-look';

type Advance = (step: 'code' | 'tokens', source: SignInSource) => Promise<void>;

/** Trades a sign-in for tokens: a code for the session or the NPSSO, tokens for the code. */
export class Trading {
  readonly #session: PsnSession;
  readonly #tokens: PsnTokens;
  readonly #advance: Advance;

  /** @param advance is told before each step */
  constructor(session: PsnSession, tokens: PsnTokens, advance: Advance) {
    this.#session = session;
    this.#tokens = tokens;
    this.#advance = advance;
  }

  /** Tokens for the sign-in in this browser; null where nobody turned out to be signed in. */
  async tradeSession(look: SessionLook): Promise<Tokens | null> {
    const trade = () => this.#trade('browser', () => this.#session.fetchCode());
    try {
      return await trade();
    } catch (thrown) {
      const { cause } = failureOf(thrown);
      // A code can be lost with a dying worker; a second one is free.
      if (cause === 'code-refused') return trade();
      if (cause !== 'not-signed-in') throw thrown;
      if (look.state === 'signed-in') throw new FailureError({ cause: 'session-half-dead' });
      return null;
    }
  }

  /** Tokens for a pasted NPSSO. */
  async tradePasted(npsso: Secret): Promise<Tokens> {
    try {
      return await this.#trade('pasted', () => this.#session.fetchCodeFor(npsso));
    } catch (thrown) {
      if (failureOf(thrown).cause !== 'not-signed-in') throw thrown;
      throw new FailureError({ cause: 'npsso-refused' });
    }
  }

  async #trade(source: SignInSource, fetchCode: () => Promise<Secret>): Promise<Tokens> {
    await this.#advance('code', source);
    const code = await fetchCode();
    await this.#advance('tokens', source);
    return this.#tokens.exchange(code);
  }
}

/** The clocks of tokens that were granted just now, for a session that was looked at before, or for a pasted one. */
export function tokenLifeOf(tokens: Tokens, look: SessionLook | null, now: number): TokenLife {
  const endsAt = look === null ? null : endOf(look);
  return {
    grant: tokens.refreshTokenEndsAt - now,
    refreshTokenEndsAt: tokens.refreshTokenEndsAt,
    provedAt: now,
    session: { state: look === null ? 'unknown' : 'alive', endsAt, seenAt: now },
  };
}
