import { changeLocal, removeLocal, writeLocal } from '../browser/local-area';
import { installId } from '../browser/install-id';
import { clockOffset } from '../browser/sony-clock';
import { isEnding, type Connection } from '../domain/connection/connection';
import { isUnreadable } from '../domain/connection/unreadable-record';
import { withAskedFor, type AskedKind } from '../domain/history/asked-of-sony';
import { dayOf } from '../domain/history/play-days';
import type { CopiesRecord } from '../domain/copies/copies-record';
import type { Failure } from '../domain/failure';
import type { Saying } from '../domain/library/above-item';
import { ownAccount } from '../domain/library/shown-library';
import type { Settings } from '../domain/settings';
import { settingsAfter, settingsChosen } from '../domain/settings-beside';
import type { Glance } from '../domain/sync/glance';
import type { Snapshot } from '../domain/sync/snapshot';
import { withConnectionEvent } from '../domain/connection/connection-history';
import { withCheckDue } from '../domain/connection/token-life';
import { storedCopies } from './copies';
import { isOfThisShape, withShape } from './stored-shape';
import {
  storedAskedOfSony,
  storedConnection,
  storedConnectionHistory,
  storedSettings,
  storedSnapshot,
} from './values';

/** Writing the status is the background's alone. What pages trust as it lies there is written through its schema. */

/** A record that its own schema does not know gets no number: pages read it as another build's. */
function numberedConnection(connection: Connection): Connection {
  const read = storedConnection.parse(connection);
  return isUnreadable(read) ? connection : withShape(read);
}

/** The connection record is the status that pages follow: there is no second copy to keep in step. */
export const connectionRecord = {
  read: (): Promise<Connection> => storedConnection.read(),

  async change(update: (current: Connection) => Connection): Promise<Connection> {
    let changed: Connection | null = null;
    await changeLocal(['connection', 'connectionHistory', 'clockOffset'], (stored) => {
      const current = storedConnection.parse(stored.connection);
      const connection = (changed = update(current));
      if (connection === current) return null;
      const history = storedConnectionHistory.parse(stored.connectionHistory);
      const now = Date.now() + clockOffset.parse(stored.clockOffset);
      const connectionHistory = withConnectionEvent(history, current, connection, now);
      return {
        connection: numberedConnection(connection),
        ...(connectionHistory !== history && { connectionHistory }),
      };
    });
    // Nothing is written any more where everything was erased meanwhile.
    return changed ?? storedConnection.read();
  },
};

/**
 * What lies there with this build's number, and not as this build writes it, is put right: pages trust the number, and
 * could not be drawn. A record that cannot be read loses it: then they read that it is damaged, and offer to connect.
 */
export function rewriteTrusted(): Promise<void> {
  return changeLocal(['connection', 'snapshot'], ({ connection, snapshot }) => {
    const isFalse = isOfThisShape(connection) && isUnreadable(storedConnection.parse(connection));
    const sound = isOfThisShape(snapshot) ? numberedSnapshot(storedSnapshot.parse(snapshot)) : null;
    const isOdd = sound !== null && JSON.stringify(sound) !== JSON.stringify(snapshot);
    if (!isFalse && !isOdd) return null;
    return {
      ...(isFalse && { connection: { ...(connection as object), shape: 0 } }),
      ...(isOdd && { snapshot: sound }),
    };
  });
}

/** What the player chooses now; or what becomes of the settings as they are, which says whose choice each was. */
export type SettingsChange = Partial<Settings> | ((here: Settings) => Partial<Settings>);

/** The player's settings. */
export const settingsRecord = {
  read: (): Promise<Settings> => storedSettings.read(),

  /** Together with the work that a setting asks for, in one write: whoever wakes carries it out. */
  async change(change: SettingsChange, now: number): Promise<void> {
    const device = await installId();
    await changeLocal(['settings', 'connection'], (stored) => {
      const settings = storedSettings.parse(stored.settings);
      const connection = storedConnection.parse(stored.connection);
      const [said, after] = changed(settings, change, { device, now });
      const due = said.renewal === true ? withCheckDue(connection, now) : connection;
      return {
        settings: withShape(storedSettings.parse(after)),
        ...(due !== connection && { connection: numberedConnection(due) }),
        ...(said.everyGame !== undefined && { everyGameChanged: true }),
      };
    });
  },
};

function changed(
  here: Settings,
  change: SettingsChange,
  saying: Saying,
): [said: Partial<Settings>, after: Settings] {
  if (typeof change !== 'function') return [change, settingsChosen(here, change, saying)];
  const said = change(here);
  return [said, settingsAfter(here, said)];
}

function numberedSnapshot(snapshot: Snapshot): Snapshot {
  return withShape(storedSnapshot.parse(snapshot));
}

export function publishSnapshot(snapshot: Snapshot): Promise<void> {
  return storedSnapshot.write(numberedSnapshot(snapshot));
}

/** The part of the snapshot that the player's own doing changes, where it is of this account. */
export function publishGlance(
  accountId: string,
  glance: Glance & Partial<Snapshot>,
): Promise<void> {
  return changeLocal(['snapshot'], (stored) => {
    const snapshot = storedSnapshot.parse(stored.snapshot);
    if (snapshot.player?.accountId !== accountId) return null;
    // Whose it is is known, also where its library has never heard.
    const player = glance.player ?? snapshot.player;
    return { snapshot: numberedSnapshot({ ...snapshot, ...glance, player }) };
  });
}

/** What an earlier build published gives way. What this build has published since, of a connection of its own, stays. */
export function publishAnew(failure: Failure | null, snapshot?: Snapshot): Promise<void> {
  return changeLocal(['connection'], (stored) => {
    const connection = storedConnection.parse(stored.connection);
    if (connection.phase !== 'disconnected') return null;
    const told: Connection = { phase: 'disconnected', failure: failure ?? connection.failure };
    return {
      connection: numberedConnection(told),
      ...(snapshot && { snapshot: numberedSnapshot(snapshot) }),
    };
  });
}

/**
 * Counts one more request of Sony, or one less that has never left. Where that cannot be stored, nothing is kept from
 * being asked.
 */
export function noteAsked(kind: AskedKind, now: number, more: 1 | -1 = 1): Promise<void> {
  const day = dayOf(now);
  return storedAskedOfSony
    .change((days) => withAskedFor(days, kind, day, more))
    .catch(() => undefined);
}

/** Has pages show another library, or again the player's own. */
export function publishShownLibrary(library: string | null): Promise<void> {
  return library === null ? removeLocal('shownLibrary') : writeLocal({ shownLibrary: library });
}

/** What became of copies that make themselves. */
export function changeCopies(update: (current: CopiesRecord) => CopiesRecord): Promise<void> {
  return storedCopies.change((current) => {
    const changed = update(current);
    return changed === current ? current : withShape(changed);
  });
}

/** The same where this account is the player's own: what an erase has ended leaves nothing of it. */
export function changeCopiesOf(
  accountId: string,
  update: (current: CopiesRecord) => CopiesRecord,
): Promise<void> {
  return changeLocal(['connection', 'snapshot', 'copies'], (stored) => {
    const connection = storedConnection.parse(stored.connection);
    const snapshot = storedSnapshot.parse(stored.snapshot);
    if (isEnding(connection) || ownAccount({ connection, snapshot }) !== accountId) return null;
    return { copies: withShape(update(storedCopies.parse(stored.copies))) };
  });
}
