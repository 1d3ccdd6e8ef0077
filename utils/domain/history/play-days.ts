import { DAY } from '../time-units';

/** A played game's totals as Sony said them of a day: when (days since 1970, UTC), how long, how often (null: not said). */
export type DatedTotal = [day: number, playSeconds: number, playCount: number | null];

/** One played game in one month: its totals, the earliest first, and only where they had changed. What lies between is growth. */
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

/** One played game's totals as Sony says them now, with when it was played, and what was said of it before. */
export interface ReadTotal {
  total: [playSeconds: number, playCount: number | null];
  firstPlayedAt: number | null;
  lastPlayedAt: number;
  secondsBefore: number | null | undefined;
}

/** When a total is read: the day, and the one on which the list was read whole last before. */
interface Reading {
  today: number;
  read: number | undefined;
}

/**
 * A game's totals, the earliest first, with one more: of the day on which the game was played last, since once it is
 * played again Sony says a later day; and of the one on which it is read, up to which it was not played any more.
 */
export function withTotal(
  recorded: readonly DatedTotal[],
  said: ReadTotal,
  reading: Reading,
): DatedTotal[] {
  // Where Sony says a later day than this clock, it is this one that is wrong.
  const totals = totalsUpTo(recorded, Math.max(reading.today, dayOf(said.lastPlayedAt)));
  const [last, before] = [totals.at(-1), totals.at(-2)];
  if (last === undefined) return upTo(reading.today, firstTotals(said, reading));
  const played = dayOf(said.lastPlayedAt);
  // A console that was offline tells it late.
  const isLate =
    before?.[1] === last[1] && last[1] < said.total[0] && before[0] <= played && played < last[0];
  return isLate
    ? upTo(last[0], withGrowth(totals.slice(0, -1), said, reading))
    : upTo(reading.today, withGrowth(totals, said, reading));
}

/**
 * The totals of days that have come: the others were dated by a clock that was ahead, and nobody knows of which day they
 * are. Where there are no others the first of them is kept, as of today: what comes is counted from it.
 */
export function totalsUpTo(totals: readonly DatedTotal[], today: number): DatedTotal[] {
  const come = totals.filter(([day]) => day <= today);
  const [first] = totals;
  return first === undefined || come.length > 0 ? come : [[today, first[1], first[2]]];
}

function upTo(day: number, totals: readonly DatedTotal[]): DatedTotal[] {
  const [of, playSeconds, playCount] = totals.at(-1)!;
  return of < day ? [...totals, [day, playSeconds, playCount]] : [...totals];
}

/** One that falls is Sony's own correction: it is of the day on which it is read, and what comes after is counted from it. */
function withGrowth(
  totals: readonly DatedTotal[],
  { total: [seconds, count], lastPlayedAt, secondsBefore }: ReadTotal,
  { today, read }: Reading,
): DatedTotal[] {
  const [last, before] = [totals.at(-1)!, totals.at(-2)];
  const played = seconds > last[1] ? dayOf(lastPlayedAt) : today;
  // A clock that was put back makes no day come before the last.
  const day = last[0] <= played && played <= today ? played : Math.max(today, last[0]);
  const total: DatedTotal = [day, seconds, count];
  if (day > last[0]) {
    // It was played after the list was read that day: on none before.
    const isSeen = day === read && secondsBefore === last[1];
    return isSeen ? [...upTo(day - 1, totals), total] : [...totals, total];
  }
  // The last total of a day counts: but what nothing is known before stays, and what may be of earlier days too.
  const isOfDay =
    before !== undefined &&
    before[1] <= Math.min(last[1], seconds) &&
    (before[0] >= day - 1 || seconds < last[1]);
  return isOfDay || seconds === last[1] ? [...totals.slice(0, -1), total] : [...totals, total];
}

/** Of a game that was begun since the list was read all of it is known: it was nothing before. */
function firstTotals(
  { total, firstPlayedAt, lastPlayedAt }: ReadTotal,
  { today, read }: Reading,
): DatedTotal[] {
  const [first, played] = [dayOf(firstPlayedAt ?? -1), dayOf(lastPlayedAt)];
  const isBegun = read !== undefined && read <= first && first <= played && played <= today;
  const day = isBegun ? played : today;
  const before: DatedTotal[] = isBegun && day === read ? [[day - 1, 0, null]] : [];
  return [...before, [day, ...total]];
}

/** What becomes of a game's months with one more total: those that are others then, or new, or have no day any more. */
export function changedMonths(
  months: readonly PlayDays[],
  said: ReadTotal,
  reading: Reading,
): Pick<PlayDays, 'month' | 'days'>[] {
  const before = new Map(months.map(({ month, days }) => [month, days]));
  const after = Map.groupBy(withTotal(totalsIn(months), said, reading), ([day]) =>
    monthOf(day * DAY),
  );
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((month) => {
    const [known, days] = [before.get(month) ?? [], after.get(month) ?? []];
    const isSame = days.length === known.length && days.every((total) => known.includes(total));
    return isSame ? [] : { month, days };
  });
}

/** All totals of one game, the earliest first. */
export function totalsIn(months: readonly PlayDays[]): DatedTotal[] {
  return months.flatMap(({ days }) => days).sort(([one], [other]) => one - other);
}

/** The month with one more day on which the list was read whole. */
export function withDay(days: readonly number[], day: number): number[] {
  return days.includes(day) ? [...days] : [...days, day].sort((one, other) => one - other);
}
