import { readLocal } from '../browser/local-area';
import { clockOffset } from '../browser/sony-clock';
import { shownLibraryIn } from '../domain/library/shown-library';
import type { Connection } from '../domain/connection/connection';
import { CARRIED } from '../domain/connection/unreadable-record';
import { STATUS_KEYS, type Status } from './status';
import { isEarlierAttempt, storedConnection, storedSettings, storedSnapshot } from './values';

/** The status in what another build may have stored, or something else. */
export function parseStatus(stored: Awaited<ReturnType<typeof readLocal>>): Status {
  return {
    connection: connectionIn(stored),
    snapshot: storedSnapshot.parse(stored.snapshot),
    settings: storedSettings.parse(stored.settings),
    clockOffset: clockOffset.parse(stored.clockOffset),
    shownLibrary: shownLibraryIn(stored.shownLibrary),
  };
}

/** An earlier build that was connecting a player of its own leaves a library: it is being carried over. */
function connectionIn({ connection, snapshot }: Record<string, unknown>): Connection {
  const isOfPlayer = isEarlierAttempt(connection) && hasPlayer(snapshot);
  return isOfPlayer ? CARRIED : storedConnection.parse(connection);
}

function hasPlayer(snapshot: unknown): boolean {
  const { player } = (snapshot ?? {}) as { player?: unknown };
  return typeof player === 'object' && player !== null;
}

/** The stored status, all of one moment, through its schemas. For the background, which has them. */
export async function parsedStatus(): Promise<Status> {
  return parseStatus(await readLocal(STATUS_KEYS));
}
