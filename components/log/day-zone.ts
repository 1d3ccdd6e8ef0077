import type { ZoneTable } from '../../utils/domain/numbers/civil-time';
import type { Settings } from '../../utils/domain/settings';
import { offsetChanges, zoneHere } from '../../utils/format/time-zones';

/** PSN's first month. */
const SINCE = Date.UTC(2006, 10, 1) / 1_000;
/** A table reaches one of these beyond the present, and two at the most. */
const A_YEAR = 366 * 86_400;
/** Zones that have differed by then differ. */
const OFFERED_UNTIL = Date.UTC(2026, 0, 1) / 1_000;

/** The zone by which days are counted, and its table. */
export interface DayZone {
  name: string;
  table: ZoneTable;
  /** One that the player was offered and did not take. */
  refused: string | undefined;
}

let made: { of: string; zone: DayZone } | null = null;

/** One that this browser does not know is its own. The same again is the same: all days are counted anew by another. */
export function dayZone(
  chosen: Pick<Settings, 'zone' | 'refusedZone'> | null,
  now: number,
): DayZone {
  // In steps: by a table that reaches a second further all days were counted anew on each page.
  const until = (Math.floor(now / 1_000 / A_YEAR) + 2) * A_YEAR;
  const [here, refused] = [zoneHere(), chosen?.refusedZone];
  const of = [chosen?.zone, refused, here, until].join(' ');
  if (made?.of !== of) made = { of, zone: { ...namedZone(chosen?.zone, here, until), refused } };
  return made.zone;
}

function namedZone(chosen: string | undefined, here: string, until: number) {
  const table = chosen === undefined ? null : tableOf(chosen, until);
  if (chosen !== undefined && table !== null) return { name: chosen, table };
  return { name: here, table: offsetChanges(here, SINCE, until) };
}

/** The zone of this browser, where it is to be offered: its days are others, and it was not refused. */
export function zoneToOffer({ name, refused }: DayZone, here: string): string | null {
  if (here === name || here === refused) return null;
  // Browsers do not agree on what some zones are called.
  const [other, kept] = [here, name].map((zone) => JSON.stringify(tableOf(zone, OFFERED_UNTIL)));
  return other === kept ? null : here;
}

function tableOf(zone: string, until: number): ZoneTable | null {
  try {
    return offsetChanges(zone, SINCE, until);
  } catch {
    return null;
  }
}
