import type { Connection } from './connection/connection';
import { connectionEndsAt, nextChangeAt, nextCheckAt } from './connection/token-life';
import type { Settings } from './settings';
import { nextDailySync, type SyncTime } from './sync/daily-sync';

/** When the alarms that follow from the status are due, in milliseconds since 1970, by Sony's clock; null for never. */
export interface DueAlarms {
  dailySync: number | null;
  /** The next check of the sign-in, which the connection is renewed from. */
  renewal: number | null;
  /** The remaining time changes its zone or its words. */
  tokenLife: number | null;
}

const NONE: DueAlarms = { dailySync: null, renewal: null, tokenLife: null };

/** @param time null where the player syncs by hand only */
export function dueAlarms(
  connection: Connection,
  settings: Pick<Settings, 'renewal'>,
  time: SyncTime | null,
  now: number,
): DueAlarms {
  if (connection.phase !== 'connected') return NONE;
  const { tokenLife } = connection;
  return {
    dailySync: time === null ? null : nextDailySync(now, time),
    renewal: settings.renewal ? nextCheckAt(tokenLife) : null,
    tokenLife: nextChangeAt(connectionEndsAt(tokenLife, settings.renewal), now),
  };
}
