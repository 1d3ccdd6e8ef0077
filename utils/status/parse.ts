import { readLocal } from '../browser/local-area';
import { clockOffset } from '../browser/sony-clock';
import { shownLibraryIn } from '../domain/library/shown-library';
import { STATUS_KEYS, type Status } from './status';
import { storedConnection, storedSettings, storedSnapshot } from './values';

/** The status in what another build may have stored, or something else. */
export function parseStatus(stored: Awaited<ReturnType<typeof readLocal>>): Status {
  return {
    connection: storedConnection.parse(stored.connection),
    snapshot: storedSnapshot.parse(stored.snapshot),
    settings: storedSettings.parse(stored.settings),
    clockOffset: clockOffset.parse(stored.clockOffset),
    shownLibrary: shownLibraryIn(stored.shownLibrary),
  };
}

/** The stored status, all of one moment, through its schemas. For the background, which has them. */
export async function parsedStatus(): Promise<Status> {
  return parseStatus(await readLocal(STATUS_KEYS));
}
