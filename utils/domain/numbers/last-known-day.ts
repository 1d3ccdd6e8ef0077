import { civilDayAt, type ZoneTable } from './civil-time';
import type { Snapshot } from '../sync/snapshot';

/**
 * The last civil day of which it is known what was earned: that up to which Sony's list of titles was read last, and
 * today at the latest. Of later days nobody has asked: they are not days with nothing.
 * @param readAt when that was, in milliseconds; null before a first list, when all that is shown comes with today's
 */
export function lastKnownDay(zone: ZoneTable, today: number, readAt: number | null): number {
  return readAt === null ? today : Math.min(today, civilDayAt(zone, Math.floor(readAt / 1_000)));
}

/**
 * Up to when the list of titles is known. A sync ends hours or days after its lists: where an earlier build has noted
 * no more than that, its start is surely before them.
 */
export function titlesKnownAt({
  titlesReadAt,
  lastSyncedAt,
  lastRun,
}: Pick<Snapshot, 'titlesReadAt' | 'lastSyncedAt' | 'lastRun'>): number | null {
  if (titlesReadAt !== null || lastSyncedAt === null) return titlesReadAt;
  return Math.min(lastSyncedAt, lastRun?.startedAt ?? lastSyncedAt);
}
