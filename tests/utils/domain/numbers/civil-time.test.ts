import { describe, expect, test } from 'vitest';
import {
  civilDayAt,
  civilDayOf,
  dateOf,
  hourAt,
  weekdayOf,
  type ZoneTable,
} from '@/utils/domain/numbers/civil-time';
import { offsetChanges, zoneHere } from '@/utils/format/time-zones';

const SINCE = Date.UTC(2006, 10, 1) / 1_000;
const UNTIL = Date.UTC(2027, 0, 1) / 1_000;
const ZONES = [
  ...['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata'],
  ...['Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'UTC'],
];

function tableOf(zone: string): ZoneTable {
  return offsetChanges(zone, SINCE, UNTIL);
}

function seconds(instant: string): number {
  return Date.parse(instant) / 1_000;
}

/** The same by the browser’s own calendar, an instant at a time. */
function shownIn(zone: string, at: number): { day: number; hour: number; weekday: string } {
  const format = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    ...{ timeZone: zone, hourCycle: 'h23', weekday: 'long' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' },
  });
  const parts = new Map(format.formatToParts(at * 1_000).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')].map(Number);
  return {
    day: Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000,
    hour: Number(parts.get('hour')),
    weekday: parts.get('weekday') ?? '',
  };
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

describe.each(ZONES)('days and hours in %s', (zone) => {
  const table = tableOf(zone);

  test('are those of the browser’s calendar, also around each change of the clocks', () => {
    const changes = table.slice(1).map(({ from }) => from);
    const around = changes.flatMap((at) => [-3_601, -1, 0, 1, 3_599, 7_200].map((by) => at + by));
    const spread = Array.from({ length: 400 }, (_, n) => SINCE + n * 1_582_391);
    for (const at of [...around, ...spread].filter((instant) => instant < UNTIL)) {
      const day = civilDayAt(table, at);
      const found = { day, hour: hourAt(table, at), weekday: WEEKDAYS[weekdayOf(day)] };
      expect(found, `${zone}, ${new Date(at * 1_000).toISOString()}`).toStrictEqual(
        shownIn(zone, at),
      );
    }
  });
});

test('the hour that clocks show twice is one hour', () => {
  const berlin = tableOf('Europe/Berlin');
  const instants = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(seconds);
  expect(instants.map((at) => hourAt(berlin, at))).toStrictEqual([2, 2]);
  expect(instants.map((at) => weekdayOf(civilDayAt(berlin, at)))).toStrictEqual([6, 6]);
});

test('a day that has 23 hours is one day, and so are its neighbours', () => {
  const berlin = tableOf('Europe/Berlin');
  const instants = ['2026-03-27T22:30:00Z', '2026-03-28T23:10:00Z', '2026-03-29T22:10:00Z'];
  const days = instants.map((instant) => dateOf(civilDayAt(berlin, seconds(instant))).day);
  expect(days).toStrictEqual([27, 29, 30]);
});

test('the last minutes of a year by UTC are of the next in Berlin, and not in Los Angeles', () => {
  const at = seconds('2025-12-31T23:30:00Z');
  const yearIn = (zone: string): number => dateOf(civilDayAt(tableOf(zone), at)).year;
  expect([yearIn('Europe/Berlin'), yearIn('America/Los_Angeles')]).toStrictEqual([2026, 2025]);
});

test('Apia never had the 30th of December 2011', () => {
  const apia = tableOf('Pacific/Apia');
  const before = civilDayAt(apia, seconds('2011-12-30T09:59:59Z'));
  const after = civilDayAt(apia, seconds('2011-12-30T10:00:00Z'));
  expect([before, after].map(dateOf)).toStrictEqual([
    { year: 2011, month: 12, day: 29 },
    { year: 2011, month: 12, day: 31 },
  ]);
});

test('a day is found again by its date, and one that its month lacks is a later one', () => {
  for (const day of [0, 13_453, 20_783, 21_000]) expect(civilDayOf(dateOf(day))).toBe(day);
  expect(dateOf(civilDayOf({ year: 2026, month: 2, day: 30 }))).toStrictEqual({
    ...{ year: 2026, month: 3, day: 2 },
  });
});

test('this device is in a zone that has a table', () => {
  expect(tableOf(zoneHere())).not.toStrictEqual([]);
});
