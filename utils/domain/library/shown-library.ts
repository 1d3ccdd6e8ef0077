import { accountOf, type Connection } from '../connection/connection';
import type { Snapshot } from '../sync/snapshot';

/** Which library pages show: the player's own, or one of another account that is kept here and only read. */
export interface ShownLibrary {
  kind: 'own' | 'other';
  /** Whose it is; null where the player has none of their own. */
  accountId: string | null;
}

/** What of the status says it. */
interface Shown {
  connection: Connection;
  snapshot: Pick<Snapshot, 'player'>;
  /** The account whose library the player wanted to see; null for their own. */
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
  return shownLibrary === null || shownLibrary === own
    ? { kind: 'own', accountId: own }
    : { kind: 'other', accountId: shownLibrary };
}

/** What is stored of it, or null where that is no account. */
export function shownLibraryIn(stored: unknown): string | null {
  return typeof stored === 'string' && /^\d{1,20}$/.test(stored) ? stored : null;
}
