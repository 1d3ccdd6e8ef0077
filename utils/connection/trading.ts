import type { TokenLife } from '../domain/connection/connection';
import { FailureError, failureOf } from '../domain/failure';
import type { Secret } from '../domain/connection/secret';
import type { Asker, PsnSession, PsnTokens, SessionCheck, Tokens } from './ports';
import { endOf } from './session-check';

/** Is told before each step. */
type Advance = (step: 'code' | 'tokens') => Promise<void>;

const SILENTLY: Advance = () => Promise.resolve();

/** Trades a sign-in for tokens: a code for the session or the NPSSO, tokens for the code. */
export class Trading {
  readonly #session: PsnSession;
  readonly #tokens: PsnTokens;

  constructor(session: PsnSession, tokens: PsnTokens) {
    this.#session = session;
    this.#tokens = tokens;
  }

  /** Tokens for the sign-in in this browser; null where nobody turned out to be signed in. */
  async tradeSession(
    check: SessionCheck,
    asker: Asker,
    advance = SILENTLY,
  ): Promise<Tokens | null> {
    const trade = () => this.#trade(() => this.#session.fetchCode(asker), advance);
    try {
      return await trade();
    } catch (thrown) {
      const { cause } = failureOf(thrown);
      // A code can be lost with a dying worker; a second one is free.
      if (cause === 'code-refused') return trade();
      if (cause !== 'not-signed-in') throw thrown;
      if (check.state === 'signed-in') throw new FailureError({ cause: 'session-half-dead' });
      return null;
    }
  }

  /** Tokens for a pasted NPSSO. */
  async tradePasted(npsso: Secret, advance: Advance): Promise<Tokens> {
    try {
      return await this.#trade(() => this.#session.fetchCodeFor(npsso), advance);
    } catch (thrown) {
      if (failureOf(thrown).cause !== 'not-signed-in') throw thrown;
      throw new FailureError({ cause: 'npsso-refused' });
    }
  }

  async #trade(fetchCode: () => Promise<Secret>, advance: Advance): Promise<Tokens> {
    await advance('code');
    const code = await fetchCode();
    await advance('tokens');
    return this.#tokens.exchange(code);
  }
}

/** The clocks of tokens that were granted just now, for a session that was looked at before, or for a pasted one. */
export function tokenLifeOf(tokens: Tokens, check: SessionCheck | null, now: number): TokenLife {
  const endsAt = check === null ? null : endOf(check);
  return {
    grant: tokens.refreshTokenEndsAt - now,
    refreshTokenEndsAt: tokens.refreshTokenEndsAt,
    provedAt: now,
    session:
      check === null
        ? { state: 'unknown', endsAt, seenAt: now }
        : { state: 'alive', endsAt, seenAt: now, aliveAt: now },
  };
}
