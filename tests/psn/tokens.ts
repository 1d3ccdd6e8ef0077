import { randomBytes, randomUUID } from 'node:crypto';
import type { Account } from './accounts/account.ts';
import type { Clock } from './clock.ts';
import { jwtFor } from './jwt.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';

interface AccessToken {
  account: Account;
  endsAt: number;
  isRevoked: boolean;
}

interface RefreshToken {
  session: Session;
  /** Counts from the first exchange: refreshing never moves it. */
  endsAt: number;
  isRevoked: boolean;
}

interface Code {
  session: Session;
  endsAt: number;
  isUsed: boolean;
}

/** The body of a successful token answer. */
export interface Grant {
  access_token: string;
  token_type: 'bearer';
  expires_in: number;
  scope: string;
  id_token: string;
  refresh_token: string;
  refresh_token_expires_in: number;
}

/** Codes, access tokens and refresh tokens, with Sony's rules for their lives. */
export class Tokens {
  readonly #clock: Clock;
  readonly #settings: Settings;
  readonly #sessions: Sessions;
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, RefreshToken>();
  readonly #idTokens: string[] = [];

  constructor(clock: Clock, settings: Settings, sessions: Sessions) {
    this.#clock = clock;
    this.#settings = settings;
    this.#sessions = sessions;
  }

  /** Everything ever issued. */
  get issued(): string[] {
    return [this.#codes, this.#access, this.#refresh]
      .flatMap((tokens): string[] => [...tokens.keys()])
      .concat(this.#idTokens);
  }

  issueCode(session: Session): string {
    const code = `v3.${randomBytes(6).toString('base64url').replace(/[-_]/g, 'x').slice(0, 6)}`;
    const endsAt = this.#clock.now() + this.#settings.codeSeconds * 1000;
    this.#codes.set(code, { session, endsAt, isUsed: false });
    return code;
  }

  /** A code works once and for a short while. */
  exchangeCode(value: string): Grant | null {
    const code = this.#codes.get(value);
    if (code === undefined || code.isUsed || code.endsAt <= this.#clock.now()) return null;
    code.isUsed = true;
    const endsAt = Math.min(
      this.#clock.now() + this.#settings.refreshSeconds * 1000,
      this.#sessions.endOf(code.session),
    );
    const refreshToken = this.#newRefreshToken({ session: code.session, endsAt, isRevoked: false });
    return this.#grant(code.session, refreshToken, 'psn:mobile.v2.core psn:clientapp');
  }

  /** The same refresh token comes back with less time left, unless tokens rotate; the scopes swap places. */
  refresh(value: string): Grant | null {
    const token = this.#refresh.get(value);
    if (token === undefined || token.isRevoked || this.#refreshSecondsLeft(token) <= 0) return null;
    let next = value;
    if (this.#settings.rotatesTokens) {
      next = this.#newRefreshToken({ ...token });
      token.isRevoked = true;
    }
    return this.#grant(token.session, next, 'psn:clientapp psn:mobile.v2.core');
  }

  /** Whose access token this is, or what is wrong with it. */
  bearer(value: string | undefined): Account | 'invalid' | 'expired' {
    const token = this.#access.get(value ?? '');
    if (token === undefined || token.isRevoked) return 'invalid';
    return token.endsAt <= this.#clock.now() ? 'expired' : token.account;
  }

  revokeAll(): void {
    for (const token of [...this.#access.values(), ...this.#refresh.values()]) {
      token.isRevoked = true;
    }
  }

  expireAccess(): void {
    for (const token of this.#access.values()) token.endsAt = 0;
  }

  #newRefreshToken(token: RefreshToken): string {
    const value = jwtFor(token.session.account, this.#clock.now(), {
      exp: Math.floor(token.endsAt / 1000),
      grant_type: 'refresh_token',
      jti: randomUUID(),
    });
    this.#refresh.set(value, token);
    return value;
  }

  #refreshSecondsLeft(token: RefreshToken): number {
    const endsAt = Math.min(token.endsAt, token.session.endsAt);
    return Math.floor((endsAt - this.#clock.now()) / 1000);
  }

  #grant(session: Session, refreshToken: string, scope: string): Grant {
    const { account } = session;
    const now = this.#clock.now();
    const endsAt = now + this.#settings.accessSeconds * 1000;
    const claims = { exp: Math.floor(endsAt / 1000), grant_type: 'authorization_code', scope };
    const accessToken = jwtFor(account, now, { ...claims, jti: randomUUID() });
    const idToken = jwtFor(account, now, { ...claims, jti: randomUUID(), sub: account.accountId });
    this.#access.set(accessToken, { account, endsAt, isRevoked: false });
    this.#idTokens.push(idToken);
    const token = this.#refresh.get(refreshToken);
    return {
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: this.#settings.accessSeconds,
      scope,
      id_token: idToken,
      refresh_token: refreshToken,
      refresh_token_expires_in: token === undefined ? 0 : this.#refreshSecondsLeft(token),
    };
  }
}
