import { accountOf, isEnding, type Connection } from '../connection/connection';
import type { Snapshot } from '../sync/snapshot';

/** What a library goes by: an account's number, or that it is made up. */
export const LIBRARY_NAME = /^(?:\d{1,20}|made-up)$/;

/** In the place of an account: the library that is made up, to look around in. */
export const MADE_UP = 'made-up';

/** Which library pages show: the player's own, one of another account that is kept here, or the one that is made up. */
export interface ShownLibrary {
  kind: 'own' | 'other' | 'made-up';
  /** Whose it is; null where the player has none of their own. */
  accountId: string | null;
}

/** What of the status says it. */
interface Shown {
  connection: Connection;
  snapshot: Pick<Snapshot, 'player'>;
  /** The account whose library the player wanted to see, or `MADE_UP`; null for their own. */
  shownLibrary: string | null;
}

/** Whose library is the player's own, if any: it stays whatever becomes of the connection. */
export function ownAccount({ connection, snapshot }: Omit<Shown, 'shownLibrary'>): string | null {
  return accountOf(connection) ?? snapshot.player?.accountId ?? null;
}

/** An account that is connected by now has its library as its own. */
export function libraryShown(shown: Shown): ShownLibrary {
  const own = ownAccount(shown);
  const { shownLibrary } = shown;
  if (shownLibrary === MADE_UP) {
    // What an attempt has to say takes the page: it is what the player waits for.
    const isShown = shown.connection.phase === 'disconnected';
    return isShown ? { kind: MADE_UP, accountId: MADE_UP } : { kind: 'own', accountId: own };
  }
  return shownLibrary === null || shownLibrary === own
    ? { kind: 'own', accountId: own }
    : { kind: 'other', accountId: shownLibrary };
}

/** True while there may be a made-up library: a connection ends it, and so does an erase. */
export function mayBeMadeUp(connection: Connection): boolean {
  return connection.phase !== 'connected' && !isEnding(connection);
}

/** What is stored of it, or null where that is neither. */
export function shownLibraryIn(stored: unknown): string | null {
  return typeof stored === 'string' && LIBRARY_NAME.test(stored) ? stored : null;
}
