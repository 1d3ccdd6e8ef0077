import type { Connection } from '../domain/connection';
import type { Player } from '../domain/player';
import type { Receipt } from '../domain/receipt';
import type { Secret } from '../domain/secret';
import type { Settings } from '../domain/settings';

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
  /** A one-time code for the account of this NPSSO. The browser's own sign-in is neither used nor changed. */
  fetchCodeFor(npsso: Secret): Promise<Secret>;
}

/** What Sony gives for a code or a refresh token. Instants are milliseconds since 1970, by Sony's clock. */
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
  erase(): Promise<void>;
}

/** The one record of the connection. */
export interface ConnectionRecord {
  read(): Promise<Connection>;
  write(connection: Connection): Promise<void>;
  /** Reads, updates and writes in one go; writes nothing where the update hands back what it was given. */
  change(update: (current: Connection) => Connection): Promise<void>;
}

export interface SettingsRecord {
  read(): Promise<Settings>;
}

/** What connecting needs of the browser. */
export interface Surroundings {
  now(): number;
  hostsAllowed(): Promise<boolean>;
  openSignInPage(): Promise<void>;
  /** Sony's page with the way to sign out. */
  openAccountPage(): Promise<void>;
  openLibrary(): Promise<void>;
  /** Asks for `Connecting.resume` again and again, also after the worker died, until `stopWaking`. */
  keepWaking(): Promise<void>;
  stopWaking(): Promise<void>;
}

/** Runs work that must not run twice at once, in whatever context; waits for its turn. */
export type Exclusively = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

/** Everything that the extension leaves in the browser. */
export interface Traces {
  /** Ends a running sync, and lets nothing of it be written any more. */
  stopSync(): Promise<void>;
  /** Marks that everything is to go, so that a worker born later goes on where this one died. */
  markErasing(): Promise<void>;
  /** Tells the pages to let go of the database. */
  showNothing(): Promise<void>;
  deleteDatabases(): Promise<void>;
  /** Alarms, rules, badge, notifications. */
  removeMarks(): Promise<void>;
  /** The optional ones. */
  giveBackPermissions(): Promise<void>;
  /** Last: with it goes the mark that everything is to go. */
  clearStorage(): Promise<void>;
  count(): Promise<Receipt>;
}
