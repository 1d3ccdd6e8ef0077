import { DAY } from '../time-units';

/** A played game's totals as Sony said them of a day: when (days since 1970, UTC), how long, how often (null: not said). */
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
): [playSeconds: number, playCount: number | null] | null {
  const { playSeconds, playCount } = said;
  if (playSeconds === null) return null;
  const isSameCount = playCount === null || before?.playCount === playCount;
  const isSame = before?.playSeconds === playSeconds && isSameCount;
  return isSame ? null : [playSeconds, playCount];
}

/**
 * The day that a total is of: the one on which the game was played last, where that is after the list was read; else the
 * one on which it is read. Only now it is known when that was: once the game is played again, Sony says a later day.
 * @param listDays those on which the list was read whole before, the earliest first: the last two at least
 */
export function dayOfTotal(lastPlayedAt: number, listDays: readonly number[], now: number): number {
  const [played, today, read = Infinity] = [dayOf(lastPlayedAt), dayOf(now), listDays.at(-1)];
  // Later on the day of that reading: it is of that day alone where the list was read on the day before it too.
  const since = listDays.at(-2) === read - 1 ? read : read + 1;
  return since <= played && played < today ? played : today;
}

/**
 * The month with one more total. The last one of a day counts; one that falls is Sony's own correction.
 * @param today when it is read
 */
export function withTotal(
  days: readonly DatedTotal[],
  total: DatedTotal,
  today = total[0],
): DatedTotal[] {
  const [day, playSeconds, playCount] = total;
  const last = days.at(-1);
  if (last === undefined || last[0] < day) return [...days, total];
  // What nothing is known before stays: what comes after is counted from it.
  const isBase = last[0] === day && days.length === 1;
  if (day < today && (last[0] > day || isBase)) {
    return withTotal(days, [today, playSeconds, playCount]);
  }
  // A clock that was put back makes no day come before the last.
  return [...days.slice(0, -1), [last[0], playSeconds, playCount]];
}

/** The month with one more day on which the list was read whole. */
export function withDay(days: readonly number[], day: number): number[] {
  return days.includes(day) ? [...days] : [...days, day].sort((one, other) => one - other);
}
