import type { Connection } from '../domain/connection/connection';
import type { SaidPlayer } from '../domain/connection/player';
import type { PastedCode } from '../domain/connection/npsso';
import type { Receipt } from '../domain/connection/receipt';
import type { Secret } from '../domain/connection/secret';
import type { Settings } from '../domain/settings';
import type { Asker } from '../domain/connection/sign-in-limits';

export type { Asker } from '../domain/connection/sign-in-limits';

/** What one check of the browser's PlayStation session says. */
export type SessionCheck =
  | { state: 'signed-in'; endsAt: number }
  | { state: 'signed-out' }
  /** Sony would not say (429), or not until when: the session's cookie may still work. */
  | { state: 'unknown' };

/**
 * The sign-in at PlayStation in this browser. The NPSSO stays behind this line. All of it passes the stored limits,
 * whoever asks: it fails with `sign-in-pause` where it is too early.
 */
export interface PsnSession {
  check(asker: Asker): Promise<SessionCheck>;
  /** A one-time code for the account that is signed in. Fails with `not-signed-in` where nobody is. */
  fetchCode(asker: Asker): Promise<Secret>;
  /** A one-time code for the account of this NPSSO. The browser's own sign-in is neither used nor changed. */
  fetchCodeFor(npsso: Secret): Promise<Secret>;
}

/** What Sony gives for a code. Instants are milliseconds since 1970, by Sony's clock. */
export interface Tokens {
  accountId: string;
  accessToken: Secret;
  accessTokenEndsAt: number;
  refreshToken: Secret;
  refreshTokenEndsAt: number;
}

/** What Sony gives for a refresh token: null is what it left out, which stays as it was. */
export type RefreshedTokens = Pick<Tokens, 'accessToken' | 'accessTokenEndsAt'> & {
  [Part in 'accountId' | 'refreshToken' | 'refreshTokenEndsAt']: Tokens[Part] | null;
};

export interface PsnTokens {
  exchange(code: Secret): Promise<Tokens>;
  refresh(refreshToken: Secret): Promise<RefreshedTokens>;
}

export interface PsnProfile {
  player(accountId: string): Promise<SaidPlayer>;
}

/**
 * Where tokens are stored, those of each account apart: the refresh token encrypted at rest, the access token in
 * memory only.
 */
export interface Vault {
  /** Fails where tokens could not be stored: to be known before Sony is asked for any. */
  prove(): Promise<void>;
  store(tokens: Tokens): Promise<void>;
  refreshToken(accountId: string): Promise<Secret | null>;
  /** Null where there is none, or it ends within the minute. */
  accessToken(accountId: string): Promise<Secret | null>;
  /** Forgets the tokens of every account but this one; null forgets all. Does nothing where there are none. */
  forgetOthers(accountId: string | null): Promise<void>;
}

/** The one record of the connection. */
export interface ConnectionRecord {
  read(): Promise<Connection>;
  /**
   * Reads, updates and writes in one go, and hands back what is stored then; writes nothing where the update hands
   * back what it was given.
   */
  change(update: (current: Connection) => Connection): Promise<Connection>;
}

export interface SettingsRecord {
  read(): Promise<Settings>;
}

/** A pasted code, and for how many milliseconds more it is kept. */
export type KeptCode = PastedCode & { keptFor: number };

/** The NPSSO that the player pasted, in memory only, until its exchange is over and for ten minutes at most. */
export interface PastedNpsso {
  read(): Promise<KeptCode | null>;
  write(code: PastedCode): Promise<void>;
  /** Forgets this one, or whichever there is. */
  forget(npsso?: Secret): Promise<void>;
  /** Forgets one that a worker that died has left; not one that has only just come. */
  forgetLeft(): Promise<void>;
}

/** What connecting needs of the browser. */
export interface ConnectionBrowser {
  now(): number;
  /** A name that no other attempt has. */
  newId(): string;
  hostsAllowed(): Promise<boolean>;
  /** What the browser says of its network. */
  isOnline(): Promise<boolean>;
  /** The player has clicked: without that, none of the three that follow opens anything. */
  noteClick(): Promise<void>;
  showSignInPage(): Promise<void>;
  /** Sony's page with the way to sign out. */
  showAccountPage(): Promise<void>;
  /** Our own page: with the library, or what is asked before there is one. */
  showLibrary(): Promise<void>;
  /**
   * Asks for `ConnectionLoop.carryOn` again and again, also after the worker died, until `stopWaking`.
   * @param from the first time, by Sony's clock; in half a minute where it is not said
   */
  startWaking(from?: number): Promise<void>;
  stopWaking(): Promise<void>;
}

/** The account's library, as far as connecting has to do with it. */
export interface ConnectionLibrary {
  /** Fails where the account has a library that does not open. Makes none. */
  prove(accountId: string): Promise<void>;
  /** Makes room for the account's library, with its player's name on it. Fails where nothing can be stored. */
  create(player: SaidPlayer): Promise<void>;
  /** Fills it, or goes on with that; does not wait for it. */
  fill(): void;
  /** Ends what is being asked of Sony for it, at once. What was stored stays. */
  interrupt(): void;
}

/** Runs work that must not run twice at once, in whatever context; waits for its turn. */
export type Exclusively = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

/** Everything that the extension leaves in the browser. Each may be called again after a worker died in it. */
export interface Leftovers {
  /** Forgets every token, and leaves nothing of them on the disk. The rest of what is stored stays. */
  wipeTokens(): Promise<void>;
  /** The library says that no sync is under way. */
  showIdle(): Promise<void>;
  deleteDatabases(): Promise<void>;
  /** @param takesOff also what of it is on the browser's servers */
  deleteLibrary(accountId: string, takesOff: boolean): Promise<void>;
  /** Alarms but the one that carries this on, rules, badge, notifications. */
  clearBrowserState(isErased: boolean): Promise<void>;
  /** The optional ones. */
  giveBackPermissions(): Promise<void>;
  /** Last: with it goes the record itself. */
  clearStorage(): Promise<void>;
  count(): Promise<Receipt>;
}
