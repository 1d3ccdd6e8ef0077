const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AT = 3 * HOUR;

/** Installs are spread over this long, so that they do not all ask Sony in the same second. */
export const SPREAD = 10 * 60_000;

/**
 * When the daily sync was last due: 03:00 UTC and this install's own offset.
 * @param offset between 0 and `SPREAD`, in milliseconds, the same for ever
 */
export function lastDailySync(now: number, offset: number): number {
  return Math.floor((now - AT - offset) / DAY) * DAY + AT + offset;
}

/** When it is due next. */
export function nextDailySync(now: number, offset: number): number {
  return lastDailySync(now, offset) + DAY;
}

/** True where the last complete sync is older than the daily one that should have followed it. */
export function isDailySyncDue(lastSyncedAt: number | null, now: number, offset: number): boolean {
  return lastSyncedAt === null || lastSyncedAt < lastDailySync(now, offset);
}
