import { DISCONNECTED, type Connection } from '../domain/connection/connection';
import { shownLibraryIn, type libraryShown } from '../domain/library/shown-library';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import { EMPTY_SNAPSHOT, type Snapshot } from '../domain/sync/snapshot';
import type { Status } from './status';
import type { StoredStatus } from './stored-status';
import { isOfThisShape } from './stored-shape';

/**
 * The status as it lies there, where this build has written all of it; null where it has to be read through its
 * schemas. What is not there yet is as it is by default.
 */
export function trustedStatus(stored: StoredStatus): Status | null {
  if (!isTrusted(stored)) return null;
  const { connection, snapshot, settings, clockOffset, shownLibrary } = stored;
  return {
    connection: (connection as Connection | undefined) ?? DISCONNECTED,
    snapshot: (snapshot as Snapshot | undefined) ?? EMPTY_SNAPSHOT,
    settings: (settings as Settings | undefined) ?? DEFAULT_SETTINGS,
    clockOffset: (clockOffset as number | undefined) ?? 0,
    shownLibrary: shownLibraryIn(shownLibrary),
  };
}

/** What of it says which library is shown: for who asks nothing else, in no more bytes than that takes. */
export function trustedShown(stored: StoredStatus): Parameters<typeof libraryShown>[0] | null {
  if (!isTrusted(stored)) return null;
  const { connection, snapshot, shownLibrary } = stored;
  return {
    connection: (connection as Connection | undefined) ?? DISCONNECTED,
    snapshot: (snapshot as Snapshot | undefined) ?? { player: null },
    shownLibrary: shownLibraryIn(shownLibrary),
  };
}

function isTrusted({ connection, snapshot, settings, clockOffset }: StoredStatus): boolean {
  return (
    [connection, snapshot, settings].every((part) => part === undefined || isOfThisShape(part)) &&
    (clockOffset === undefined || typeof clockOffset === 'number')
  );
}
