import { DAY } from '../time-units';

/** A week, as daily syncs count it: one that comes half a day early must not make it eight days. */
const WEEK = 6.5 * DAY;

/** True where what is read weekly is due. An instant that lies ahead is of a clock that has been put right since. */
export function isWeeklyDue(readAt: number | null, now: number): boolean {
  return readAt === null || readAt > now || now - readAt >= WEEK;
}
