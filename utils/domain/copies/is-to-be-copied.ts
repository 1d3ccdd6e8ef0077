import { isOfRest, type SyncStatus } from '../sync/sync-status';
import { HOUR } from '../time-units';

interface SyncSeen {
  /** When the lists were last read to their end. */
  syncedAt: number;
  /** The sync after which a copy was last thought of; null where there was none. */
  seenSync: number | null;
  now: number;
}

/** A sync may fetch for days, and begin anew each day: nobody waits so long for a copy of what is here. */
const LONG = 12 * HOUR;

/** True where a sync has come to its end since, as far as it will for now. */
export function isToBeCopied(sync: SyncStatus, { syncedAt, seenSync, now }: SyncSeen): boolean {
  if (syncedAt === seenSync) return false;
  const isUnderWay = sync.state === 'running' || sync.state === 'paused';
  if (!isUnderWay || isOfRest(sync)) return true;
  return now - syncedAt >= HOUR && now - (seenSync ?? syncedAt) >= LONG;
}
