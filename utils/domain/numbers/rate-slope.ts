import type { DatedRate } from '../trophies/rarity';
import { wholeOf } from './rounding';

/** A rate was rounded when Sony said it: a tenth of a percent more or less is no change. */
const ROUNDING = 1;
const LEAST_DAYS = 30;
const DAYS_A_YEAR = 365.25;
const ALL = 1_000;

export type RateChange = 'rarer' | 'commoner' | 'unchanged';

/** As it would be in a year; in a month, where the rate cannot change as much in a year; or as it was in the days read. */
export interface RatePace {
  change: number;
  per: 'year' | 'month' | 'read';
}

/** How a trophy's rate has changed. In tenths of a percent. */
export interface RateSlope {
  now: number;
  /** When the trophy was earned; null where that is not known. */
  then: number | null;
  /** The reading by which it is said what it was when the trophy was earned; or the first one. */
  first: DatedRate;
  /** From that reading to the last. */
  pace: RatePace;
  change: RateChange;
}

/**
 * Null where there is no rate, or not a month of it. A rate of 0 is not believed: Sony has had hours in which each was.
 * @param rates what it was, from each day on which it had changed, the earliest first
 * @param then the reading when the trophy was earned: one of these
 * @param readDay the day on which it was read last, days since 1970
 * @param earnedDay the day on which it was earned: since then it takes a month, whenever that reading was; null where
 * nobody knows it
 */
export function rateSlopeOf(
  rates: readonly DatedRate[],
  then: DatedRate | null,
  readDay: number,
  earnedDay: number | null = null,
): RateSlope | null {
  const known = rates.filter(({ rate }) => rate > 0);
  const knownThen = then?.rate === 0 ? null : then;
  // Both are of one pair: a trophy that became rarer, then commoner since it was earned, is one or the other.
  const first = knownThen ?? known.at(0);
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  const lastDay = Math.max(readDay, last.day);
  const since = knownThen === null ? first.day : (earnedDay ?? first.day);
  if (!isLongEnough(lastDay - since)) return null;
  const days = lastDay - first.day;
  const change = last.rate - first.rate;
  return {
    ...{ now: last.rate, then: knownThen?.rate ?? null, first },
    pace: paceOf(first.rate, change, days),
    change: rateChange(change),
  };
}

/** Nothing falls by all that there was: a rate of 0 is not believed. */
function paceOf(rate: number, change: number, days: number): RatePace {
  const most = change < 0 ? rate - 1 : ALL - rate;
  const inYear = wholeOf((change * DAYS_A_YEAR) / days);
  if (Math.abs(inYear) <= most) return { change: inYear, per: 'year' };
  const inMonth = wholeOf((change * DAYS_A_YEAR) / 12 / days);
  return Math.abs(inMonth) <= most ? { change: inMonth, per: 'month' } : { change, per: 'read' };
}

/** True where so many days lie between what it was and what it is that they tell of a change. */
export function isLongEnough(days: number): boolean {
  return days >= LEAST_DAYS;
}

/** @param difference in tenths of a percent */
export function rateChange(difference: number): RateChange {
  if (Math.abs(difference) <= ROUNDING) return 'unchanged';
  return difference < 0 ? 'rarer' : 'commoner';
}
