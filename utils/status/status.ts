import type { Connection } from '../domain/connection/connection';
import type { Settings } from '../domain/settings';
import type { Snapshot } from '../domain/sync/snapshot';

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
  /** The account whose library pages show in the place of the player's own; null for that. */
  shownLibrary: string | null;
}

export const STATUS_KEYS = [
  'connection',
  'snapshot',
  'settings',
  'clockOffset',
  'shownLibrary',
] as const;
