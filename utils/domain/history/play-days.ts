import { DAY } from '../time-units';

/** A played game's totals as Sony said them on a day: when (days since 1970, UTC), how long, how often (null: not said). */
export type DatedTotal = [day: number, playSeconds: number, playCount: number | null];

/** One played game in one month: its totals, a day each, and only where they had changed. What lies between is growth. */
export interface PlayDays {
  npTitleId: string;
  month: string;
  days: DatedTotal[];
}

/** The days of a month on which the played list was read whole: without one, no row does not mean not played. */
export interface PlayedListDays {
  month: string;
  days: number[];
}

/** The totals of a played game, as far as they are recorded. */
interface Totals {
  playSeconds: number | null;
  playCount: number | null;
}

/** The day of an instant, in days since 1970, UTC. */
export function dayOf(instant: number): number {
  return Math.floor(instant / DAY);
}

/** The month of an instant, UTC, for example `2026-11`. */
export function monthOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 7);
}

/**
 * What is to be recorded of a game as Sony says it now, and not as it is known from before: its time then is no total
 * of this day. Null where nothing has changed, or its time is not said.
 */
export function totalToRecord(
  said: Totals,
  before: Totals | undefined,
  now: number,
): DatedTotal | null {
  const { playSeconds, playCount } = said;
  if (playSeconds === null) return null;
  const isSameCount = playCount === null || before?.playCount === playCount;
  const isSame = before?.playSeconds === playSeconds && isSameCount;
  return isSame ? null : [dayOf(now), playSeconds, playCount];
}

/** The month with one more total. The last one of a day counts; one that falls is Sony's own correction. */
export function withTotal(days: readonly DatedTotal[], total: DatedTotal): DatedTotal[] {
  const [day, playSeconds, playCount] = total;
  const last = days.at(-1);
  // A clock that was put back makes no day come before the last.
  if (last === undefined || last[0] < day) return [...days, total];
  return [...days.slice(0, -1), [last[0], playSeconds, playCount]];
}

/** The month with one more day on which the list was read whole. */
export function withDay(days: readonly number[], day: number): number[] {
  return days.includes(day) ? [...days] : [...days, day].sort((one, other) => one - other);
}
