import { totalsUpTo, type DatedTotal } from '../history/play-days';
import { DAY } from '../time-units';
import type { DaySpan } from './day-spans';

const SECONDS_A_DAY = DAY / 1_000;

/** For how long a game was played within some days: nobody knows on which of them. */
export interface PlaySpan extends DaySpan {
  seconds: number;
}

/** What is recorded of one played game. Days are numbers, all of one calendar. */
export interface RecordedPlay {
  /** The earliest first. */
  totals: readonly DatedTotal[];
  firstPlayedDay: number | null;
  /** As Sony says it now. */
  lastPlayedDay: number | null;
  /** A total of a day after it is one that a clock dated that was ahead: it is of any day up to it. */
  today?: number;
}

/**
 * When a game was played, as far as its totals tell: each brought what it is more than the one before. One that is less
 * is Sony's correction, and begins anew; so is one that grew by more than there are hours since the game's own last total:
 * a console that was offline tells its hours days later, with lists that were read between. The first one was played
 * before anybody asked, but for a game that is new.
 * @param listDays the days on which the played list was read whole, the earliest first
 */
export function playSpansOf(play: RecordedPlay, listDays: readonly number[]): PlaySpan[] {
  return growthOf(play, listDays).flatMap(({ isBelieved, span }) => (isBelieved ? span : []));
}

/** The days between two totals of which nobody believes the later one: it was played on them for an unknown time. */
export function doubtedSpansOf(play: RecordedPlay, listDays: readonly number[]): DaySpan[] {
  return growthOf(play, listDays).flatMap(({ isBelieved, span: { first, last } }) =>
    isBelieved ? [] : { first, last },
  );
}

function growthOf(
  play: RecordedPlay,
  listDays: readonly number[],
): { span: PlaySpan; isBelieved: boolean }[] {
  const { today = Infinity } = play;
  const totals = believedTotals(play.totals, today);
  return totals.flatMap(([dated, total], index) => {
    const before = totals[index - 1];
    const day = Math.min(dated, today);
    const read = dated > today ? undefined : listDays.findLast((each) => each < day);
    const own = Math.min(before?.[0] ?? -Infinity, today);
    const asked = Math.max(own, read ?? -Infinity);
    const seconds = before === undefined ? newTotal(play, asked, total) : total - before[1];
    if (seconds <= 0) return [];
    // A game that is new has none of its own.
    const since = seconds <= mostBetween(asked, day) || before === undefined ? asked : own;
    const isLast = index === totals.length - 1;
    const span = daysBetween(since, day, isLast ? play.lastPlayedDay : null);
    // A game that is new was not played before it was begun: later on the day of the reading without it, or on one after.
    const begun = before === undefined ? play.firstPlayedDay : null;
    const first = begun === null ? span.first : Math.min(begun, span.last);
    return [{ span: { ...span, first, seconds }, isBelieved: seconds <= mostBetween(since, day) }];
  });
}

/** Of those that are dated of days to come the last one is believed, and that alone: it says what the game has by now. */
function believedTotals(totals: readonly DatedTotal[], today: number): DatedTotal[] {
  const last = totals.at(-1);
  const come = totalsUpTo(totals, today);
  return last === undefined || last[0] <= today ? come : [...come, last];
}

/** On both of the days that it lies between too. */
function mostBetween(since: number, day: number): number {
  return (day - since + 1) * SECONDS_A_DAY;
}

/**
 * The whole total of a game that was not played before the list was read the last time without it; or nothing. One that
 * was begun on that very day was begun after it was read: it would have been in it.
 */
function newTotal({ firstPlayedDay }: RecordedPlay, since: number, total: number): number {
  return since > -Infinity && firstPlayedDay !== null && firstPlayedDay >= since ? total : 0;
}

/**
 * Not after the day of which Sony says that it was the last. Where the list was read the day before, that may be the day
 * on which it was.
 */
function daysBetween(since: number, day: number, lastPlayed: number | null): DaySpan {
  const isDay = since === day - 1 && lastPlayed === since;
  if (isDay) return { first: since, last: since };
  const last = lastPlayed !== null && lastPlayed > since ? Math.min(day, lastPlayed) : day;
  // Two totals of one day are of that.
  return { first: Math.min(since + 1, last), last };
}
