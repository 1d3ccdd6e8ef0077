import type { ZoneTable } from '../../utils/domain/numbers/civil-time';
import { offsetChanges, zoneHere } from '../../utils/format/time-zones';

/** PSN's first month. */
const SINCE = Date.UTC(2006, 10, 1) / 1_000;
const A_YEAR = 366 * 86_400;

/** The zone by which days are counted, and its table. */
export interface DayZone {
  name: string;
  table: ZoneTable;
}

/** One that this browser does not know is its own. */
export function dayZone(chosen: string | undefined, now: number): DayZone {
  const until = Math.floor(now / 1_000) + A_YEAR;
  try {
    if (chosen !== undefined) return { name: chosen, table: offsetChanges(chosen, SINCE, until) };
  } catch {
    // Below.
  }
  const name = zoneHere();
  return { name, table: offsetChanges(name, SINCE, until) };
}
