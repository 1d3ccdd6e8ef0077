import type { Connection } from '../domain/connection';
import type { Player } from '../domain/player';
import type { Secret } from '../domain/secret';

/** What one look at the browser's PlayStation session says. */
export type SessionLook =
  | { state: 'signed-in'; endsAt: number }
  | { state: 'signed-out' }
  /** Sony would not say (429): the session's cookie may still work. */
  | { state: 'unknown' };

/** The sign-in at PlayStation in this browser. The NPSSO stays behind this line. */
export interface PsnSession {
  look(): Promise<SessionLook>;
  /** A one-time code for the account that is signed in. Fails with `not-signed-in` where nobody is. */
  fetchCode(): Promise<Secret>;
}

/** What Sony gives for a code or a refresh token. Instants are milliseconds since 1970. */
export interface Tokens {
  accountId: string;
  accessToken: Secret;
  accessTokenEndsAt: number;
  refreshToken: Secret;
  refreshTokenEndsAt: number;
}

export interface PsnTokens {
  exchange(code: Secret): Promise<Tokens>;
  refresh(refreshToken: Secret): Promise<Tokens>;
}

export interface PsnProfile {
  player(accountId: string): Promise<Player>;
}

/** Where tokens are kept: the refresh token encrypted at rest, the access token in memory only. */
export interface Vault {
  keepTokens(tokens: Tokens): Promise<void>;
  refreshToken(accountId: string): Promise<Secret | null>;
  /** Null where there is none, or it ends within the minute. */
  accessToken(accountId: string): Promise<Secret | null>;
  forgetAccessToken(): Promise<void>;
  erase(): Promise<void>;
}

/** The one record of the connection. */
export interface ConnectionRecord {
  read(): Promise<Connection>;
  write(connection: Connection): Promise<void>;
}

/** What connecting needs of the browser. */
export interface Surroundings {
  now(): number;
  hostsAllowed(): Promise<boolean>;
  openSignInPage(): Promise<void>;
  openLibrary(): Promise<void>;
  /** Asks for `Connecting.resume` again and again, also after the worker died, until `stopWaking`. */
  keepWaking(): Promise<void>;
  stopWaking(): Promise<void>;
}

/** Runs work that must not run twice at once, in whatever context; waits for its turn. */
export type Exclusively = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;
