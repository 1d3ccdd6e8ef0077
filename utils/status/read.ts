import { readLocal, readLocalAtRest } from '../browser/local-area';
import { DISCONNECTED, type Connection } from '../domain/connection/connection';
import { shownLibraryIn } from '../domain/library/shown-library';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import { EMPTY_SNAPSHOT, type Snapshot } from '../domain/sync/snapshot';
import { STATUS_KEYS, type Status } from './status';
import { isOfThisShape } from './stored-shape';

type Stored = Awaited<ReturnType<typeof readLocal>>;

/** The stored status, all of one moment. For pages: what a worker does is not waited for by a first frame. */
export async function readStatus(): Promise<Status> {
  const found = await readLocal(STATUS_KEYS);
  // Whoever is disconnecting is not somebody who has never been here, and a click there would be lost.
  const stored = isBlank(found) ? await readLocalAtRest(STATUS_KEYS) : found;
  if (isTrusted(stored)) return trusted(stored);
  // Of another build, or of none: the schemas are a third of what a popup would load.
  const { parseStatus } = await import('./parse');
  return parseStatus(stored);
}

function isBlank(stored: Stored): boolean {
  return Object.values(stored).every((value) => value === undefined);
}

/** What is not there yet is as it is by default; the rest this build has written. */
function isTrusted({ connection, snapshot, settings, clockOffset }: Stored): boolean {
  return (
    [connection, snapshot, settings].every((part) => part === undefined || isOfThisShape(part)) &&
    (clockOffset === undefined || typeof clockOffset === 'number')
  );
}

function trusted(stored: Stored): Status {
  const { connection, snapshot, settings, clockOffset, shownLibrary } = stored;
  return {
    connection: (connection as Connection | undefined) ?? DISCONNECTED,
    snapshot: (snapshot as Snapshot | undefined) ?? EMPTY_SNAPSHOT,
    settings: (settings as Settings | undefined) ?? DEFAULT_SETTINGS,
    clockOffset: (clockOffset as number | undefined) ?? 0,
    shownLibrary: shownLibraryIn(shownLibrary),
  };
}
