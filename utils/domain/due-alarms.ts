import { DAY } from './time-units';
import type { Connection } from './connection/connection';
import { connectionEndsAt, nextChangeAt, nextCheckAt } from './connection/token-life';
import { nextProofAt } from './connection/recovery';
import type { Settings } from './settings';
import { nextDailySync, type SyncTime } from './sync/daily-sync';

/** When the alarms that follow from the status are due, in milliseconds since 1970, by Sony's clock; null for never. */
export interface DueAlarms {
  dailySync: number | null;
  /** The next check of the sign-in, which the connection is renewed from; or the next try to get tokens back. */
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
  const { renewal: renews } = settings;
  const checks = [renews ? nextCheckAt(tokenLife) : null, nextProofAt(connection, renews)];
  return {
    dailySync: time === null ? null : nextDailySync(now, time),
    renewal: earliest(checks, now),
    tokenLife: earliest([nextChangeAt(connectionEndsAt(tokenLife, renews), now)], now),
  };
}

/** Within a day: what lies beyond is looked at anew by then, and a clock that was wrong puts nothing off for longer. */
function earliest(instants: readonly (number | null)[], now: number): number | null {
  const due = instants.filter((instant) => instant !== null);
  return due.length === 0 ? null : Math.min(...due, now + DAY);
}
