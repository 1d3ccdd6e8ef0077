import { DAY, HOUR } from '../time-units';

/** Installs are spread over this long, so that they do not all ask Sony in the same second. */
export const SPREAD = 10 * 60_000;

/** When the daily sync is: an hour of the day in UTC, and this install's own offset (0 to `SPREAD`, milliseconds). */
export interface SyncTime {
  hour: number;
  offset: number;
}

/** When the daily sync was last due, in milliseconds since 1970. */
export function lastDailySync(now: number, { hour, offset }: SyncTime): number {
  const at = hour * HOUR + offset;
  return Math.floor((now - at) / DAY) * DAY + at;
}

/** When it is due next. */
export function nextDailySync(now: number, time: SyncTime): number {
  return lastDailySync(now, time) + DAY;
}

/**
 * True where the last complete sync is older than the daily one that should have followed it. One that lies days ahead
 * is of a clock that has been put right since: to wait until then would be to wait for years.
 */
export function isDailySyncDue(lastSyncedAt: number | null, now: number, time: SyncTime): boolean {
  const last = lastDailySync(now, time);
  return lastSyncedAt === null || lastSyncedAt < last || lastSyncedAt > last + 2 * DAY;
}
