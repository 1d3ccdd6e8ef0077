import { civilDayAt, dateOf, type ZoneTable } from './civil-time';
import type { PlaySession } from './play-sessions';

/** The sessions of a month. */
export interface SessionMonth {
  year: number;
  /** From 1. */
  month: number;
  /** Those that began in it. */
  sessions: number;
  /** What of all sessions lies in it: one over midnight is in both days. */
  seconds: number;
}

/** The months with a session, the earliest first. */
export function sessionMonths(sessions: readonly PlaySession[], zone: ZoneTable): SessionMonth[] {
  const months = new Map<number, SessionMonth>();
  // A day has many sessions, one after the other: to ask the calendar for each takes longer than all else.
  let last: { day: number; of: SessionMonth } | null = null;
  const monthOfDay = (day: number): SessionMonth => {
    if (last?.day === day) return last.of;
    const { year, month } = dateOf(day);
    const known = months.get(12 * year + month) ?? { year, month, sessions: 0, seconds: 0 };
    months.set(12 * year + month, known);
    last = { day, of: known };
    return known;
  };
  for (const session of sessions) {
    monthOfDay(civilDayAt(zone, session.first)).sessions += 1;
    for (const [day, seconds] of secondsByDay(session, zone)) monthOfDay(day).seconds += seconds;
  }
  return [...months.values()].sort(
    (one, other) => one.year - other.year || one.month - other.month,
  );
}

/** How much of a session lies in each civil day. */
export function secondsByDay(
  { first, last }: Pick<PlaySession, 'first' | 'last'>,
  zone: ZoneTable,
): [day: number, seconds: number][] {
  const days: [number, number][] = [];
  for (let from = first; from < last;) {
    const day = civilDayAt(zone, from);
    const end = endOfDay(day, from, last, zone);
    days.push([day, end - from]);
    from = end;
  }
  return days;
}

/** The second at which another day begins, or the last one. */
function endOfDay(day: number, from: number, last: number, zone: ZoneTable): number {
  if (civilDayAt(zone, last) === day) return last;
  let [low, high] = [from, last];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (civilDayAt(zone, middle) === day) low = middle;
    else high = middle;
  }
  return high;
}
