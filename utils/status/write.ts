import { changeLocal, writeLocal } from '../browser/local-area';
import type { Connection } from '../domain/connection/connection';
import type { Failure } from '../domain/failure';
import type { Settings } from '../domain/settings';
import type { Snapshot } from '../domain/sync/snapshot';
import { withCheckDue } from '../domain/connection/token-life';
import { readStatus, statusIn } from './read';

/** Writing the status is the background's alone. */

/** The connection record is the status that pages follow: there is no second copy to keep in step. */
export const connectionRecord = {
  async read(): Promise<Connection> {
    return (await readStatus()).connection;
  },

  async change(update: (current: Connection) => Connection): Promise<Connection> {
    let changed: Connection | null = null;
    await changeLocal(['connection'], (stored) => {
      const { connection } = statusIn(stored);
      changed = update(connection);
      return changed === connection ? null : { connection: changed };
    });
    // Nothing is written any more where everything was erased meanwhile.
    return changed ?? (await readStatus()).connection;
  },
};

/** The player's choices. */
export const settingsRecord = {
  async read(): Promise<Settings> {
    return (await readStatus()).settings;
  },

  /** Together with the work that a choice asks for, in one write: whoever wakes carries it out. */
  change: (change: Partial<Settings>, now: number): Promise<void> =>
    changeLocal(['settings', 'connection'], (stored) => {
      const { settings, connection } = statusIn(stored);
      const due = change.renewal === true ? withCheckDue(connection, now) : connection;
      return {
        settings: { ...settings, ...change },
        ...(due !== connection && { connection: due }),
        ...(change.everyGame !== undefined && { plansAnew: true }),
      };
    }),
};

export function publishSnapshot(snapshot: Snapshot): Promise<void> {
  return writeLocal({ snapshot });
}

/** What an earlier build published gives way. What this build has published since, of a connection of its own, stays. */
export function publishAnew(failure: Failure | null, snapshot?: Snapshot): Promise<void> {
  return changeLocal(['connection'], (stored) => {
    const { connection } = statusIn(stored);
    if (connection.phase !== 'disconnected') return null;
    const told: Connection = { phase: 'disconnected', failure: failure ?? connection.failure };
    return { connection: told, ...(snapshot && { snapshot }) };
  });
}
