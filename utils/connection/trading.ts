import type { Attempt, Session, TokenLife } from '../domain/connection/connection';
import { FailureError, failureOf, type Failure } from '../domain/failure';
import { HOUR } from '../domain/time-units';
import type { Secret } from '../domain/connection/secret';
import type { Asker, PsnSession, PsnTokens, SessionCheck, Tokens } from './ports';
import { endOf } from './session-check';

/** Is told before each step. */
type Advance = (step: 'code' | 'tokens') => Promise<void>;

const SILENTLY: Advance = () => Promise.resolve();

/** An exchange came to nothing: with the end of the sign-in that was to be traded. */
export class NotTraded extends FailureError {
  readonly endsAt: number | null;

  constructor(failure: Failure, endsAt: number | null) {
    super(failure);
    this.endsAt = endsAt;
  }
}

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

  /** The same where nobody waits for it: a second code that may not be asked for at once is none, and the first was it. */
  async tradeAtOnce(asker: Asker): Promise<Tokens> {
    const trade = () => this.#trade(() => this.#session.fetchCode(asker), SILENTLY);
    return trade().catch((thrown: unknown) => {
      if (failureOf(thrown).cause !== 'code-refused') throw thrown;
      return trade().catch((again: unknown) => {
        throw failureOf(again).cause === 'sign-in-pause' ? thrown : again;
      });
    });
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

/** What tokens were traded for: a sign-in in this browser as it was seen, or that which a pasted code is of. */
export type Traded = SessionCheck | { state: 'pasted'; endsAt: number | null };

/** A session that was just traded; whose end Sony has not named, it is asked about again soon. */
function aliveSession(endsAt: number | null, now: number): Session {
  const session = { state: 'alive', endsAt, seenAt: now, aliveAt: now } as const;
  return endsAt === null ? { ...session, checkAt: now + HOUR } : session;
}

/** The session of whom nobody has looked for: the first who can does so. */
const NEVER_SEEN: Session = { state: 'unknown', endsAt: null, seenAt: 0, checkAt: 0 };

/** True of a session that somebody had in this browser; otherwise its end, where there is one, is that of a pasted code. */
export function isSeenHere({ state, aliveAt }: Session): boolean {
  return aliveAt !== undefined || (state !== 'unknown' && state !== 'signed-out');
}

/**
 * The clocks of tokens that were granted just now.
 * @param traded of a pasted code nobody has looked for the session in this browser, but why the connection is short is known
 */
export function tokenLifeOf(
  { accountId, refreshTokenEndsAt }: Tokens,
  traded: Traded,
  now: number,
  { former }: Pick<Attempt, 'former'>,
): TokenLife {
  const isIts = former.phase === 'connected' && former.accountId === accountId;
  const known = isIts ? former.tokenLife.session : NEVER_SEEN;
  // The end that a code before had is over with that.
  const ofCode = isSeenHere(known) ? known : { ...known, endsAt: endOf(traded) };
  return {
    grant: refreshTokenEndsAt - now,
    refreshTokenEndsAt,
    provedAt: now,
    session: traded.state === 'pasted' ? ofCode : aliveSession(endOf(traded), now),
  };
}
