import { civilDayAt, type ZoneTable } from './civil-time';

/** Days in a row with a trophy. */
export interface Streak {
  /** How many there were. */
  days: number;
  /** Civil days. */
  first: number;
  last: number;
}

export interface Streaks {
  /** Of those that are as long, the latest. Null where there is none. */
  longest: Streak | null;
  /** The one that goes on, as far as is known; open where it takes a trophy on the last day to do so. */
  current: (Streak & { isOpen: boolean }) | null;
  /** Trophies that are not here may make them longer. */
  isAtLeast: boolean;
  /** The longest may have become longer since the last day that is known. */
  hasGrownMaybe: boolean;
}

/** Days that a zone's calendar left out, as Apia's did 30 December 2011: they break no streak, and are none of its days. */
export type DaysLeftOut = ReadonlySet<number>;
const NONE: DaysLeftOut = new Set();

/** Those of a zone: where its clocks were put forward by a day or more. */
export function daysLeftOutOf(zone: ZoneTable): DaysLeftOut {
  const leftOut = new Set<number>();
  for (const { from } of zone.slice(1)) {
    for (let day = civilDayAt(zone, from - 1) + 1; day < civilDayAt(zone, from); day += 1) {
      leftOut.add(day);
    }
  }
  return leftOut;
}

/**
 * @param days civil days with a trophy, in any order
 * @param until the last day that is known, today as a rule
 * @param isWhole all that is earned has its date here
 * @param since so many days have passed since of which nothing is known
 */
export function streaksOf(
  days: Iterable<number>,
  until: number,
  isWhole: boolean,
  { leftOut = NONE, since = 0 }: { leftOut?: DaysLeftOut; since?: number } = {},
): Streaks {
  const all = streaksIn(
    [...new Set(days)].sort((one, other) => one - other),
    leftOut,
  );
  const longest = all.reduce<Streak | null>(
    (longest, streak) => (streak.days >= (longest?.days ?? 0) ? streak : longest),
    null,
  );
  const last = all.at(-1);
  const goesOn = last !== undefined && last.last >= dayBefore(until, leftOut);
  const current = goesOn ? { ...last, isOpen: last.last < until } : null;
  return {
    ...{ longest, current, isAtLeast: !isWhole },
    hasGrownMaybe: since > 0 && mostUntilToday(current, since) > (longest?.days ?? 0),
  };
}

/** What goes on may have done so on every day since, and on what was left of the last one that is known. */
function mostUntilToday(current: Streaks['current'], since: number): number {
  return (current?.days ?? 0) + (current?.isOpen === false ? 0 : 1) + since;
}

function streaksIn(days: readonly number[], leftOut: DaysLeftOut): Streak[] {
  const streaks: Streak[] = [];
  for (const day of days) {
    const streak = streaks.at(-1);
    if (streak === undefined || streak.last !== dayBefore(day, leftOut)) {
      streaks.push({ days: 1, first: day, last: day });
    } else {
      streak.days += 1;
      streak.last = day;
    }
  }
  return streaks;
}

function dayBefore(day: number, leftOut: DaysLeftOut): number {
  let before = day - 1;
  while (leftOut.has(before)) before -= 1;
  return before;
}
