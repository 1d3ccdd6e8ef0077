import { civilDayAt, type ZoneTable } from './civil-time';

/**
 * The last civil day of which it is known what was earned: that on which Sony's list was read to its end last, and today
 * at the latest. Of later days nobody has asked: they are not days with nothing.
 * @param readAt when that was, in milliseconds; null before a first list, when all that is shown comes with today's
 */
export function lastKnownDay(zone: ZoneTable, today: number, readAt: number | null): number {
  return readAt === null ? today : Math.min(today, civilDayAt(zone, Math.floor(readAt / 1_000)));
}
