import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { DISCONNECTED, UNREADABLE, type Connection } from '../domain/connection/connection';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import { EMPTY_SNAPSHOT, type Snapshot } from '../domain/sync/snapshot';
import { parsedOr } from '../schema/parsed-or';
import { connection, snapshot, someSettings } from './schema';

/**
 * What the background publishes and pages follow: the connection, the snapshot, the settings, in `storage.local`.
 * Reading needs neither the database nor a living worker, so the popup is filled in its first frame.
 */
export interface Status {
  connection: Connection;
  snapshot: Snapshot;
  settings: Settings;
  /** How far Sony's clock is ahead of this device's, in milliseconds. All instants are by Sony's. */
  clockOffset: number;
}

const KEYS = ['connection', 'snapshot', 'settings', 'clockOffset'] as const;

/** The stored status. */
export async function readStatus(): Promise<Status> {
  return statusIn(await browser.storage.local.get([...KEYS]));
}

/**
 * The status in what is stored. What is missing or of another version's shape counts as not there: the background
 * writes it anew.
 */
export function statusIn(stored: { [Key in (typeof KEYS)[number]]?: unknown }): Status {
  return {
    connection:
      stored.connection === undefined
        ? DISCONNECTED
        : parsedOr(UNREADABLE, connection, stored.connection),
    snapshot: parsedOr(EMPTY_SNAPSHOT, snapshot, stored.snapshot),
    settings: settingsIn(stored.settings),
    clockOffset: parsedOr(0, z.number(), stored.clockOffset),
  };
}

/** A choice that an earlier version did not have yet is as it is by default; the others stay made. */
function settingsIn(stored: unknown): Settings {
  const known = someSettings.safeParse(stored);
  return known.success ? { ...DEFAULT_SETTINGS, ...known.data } : DEFAULT_SETTINGS;
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
