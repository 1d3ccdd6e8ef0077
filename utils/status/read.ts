import { browser } from 'wxt/browser';
import { readLocal } from '../browser/local-area';
import { clockOffset } from '../browser/sony-clock';
import type { Connection } from '../domain/connection/connection';
import type { ConnectionEvent } from '../domain/connection/connection-history';
import type { Settings } from '../domain/settings';
import type { Snapshot } from '../domain/sync/snapshot';
import {
  storedConnection,
  storedConnectionHistory,
  storedSettings,
  storedSnapshot,
} from './values';

/**
 * What the background publishes and pages follow: the connection, the snapshot, the settings, in `storage.local`.
 * Reading needs neither the database nor a living worker, so the popup is filled in its first frame.
 */
export interface Status {
  connection: Connection;
  /** What became of it, the latest last. */
  connectionHistory: readonly ConnectionEvent[];
  snapshot: Snapshot;
  settings: Settings;
  /** How far Sony's clock is ahead of this device's, in milliseconds. All instants are by Sony's. */
  clockOffset: number;
}

const KEYS = ['connection', 'connectionHistory', 'snapshot', 'settings', 'clockOffset'] as const;

/** The stored status, all of one moment. */
export async function readStatus(): Promise<Status> {
  const stored = await readLocal(KEYS);
  return {
    connection: storedConnection.parse(stored.connection),
    connectionHistory: storedConnectionHistory.parse(stored.connectionHistory),
    snapshot: storedSnapshot.parse(stored.snapshot),
    settings: storedSettings.parse(stored.settings),
    clockOffset: clockOffset.parse(stored.clockOffset),
  };
}

/** Calls back with the whole status at every change. Returns what ends it. */
export function followStatus(changed: (status: Status) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area !== 'local' || !KEYS.some((key) => key in changes)) return;
    void readStatus().then(changed);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
