import type { DatedRate } from '../trophies/rarity';
import { wholeOf } from './rounding';

/** A rate was rounded when Sony said it: a tenth of a percent more or less is no change. */
const ROUNDING = 1;
const LEAST_DAYS = 30;
const DAYS_A_YEAR = 365.25;

/** How a trophy's rate has changed. In tenths of a percent. */
export interface RateSlope {
  now: number;
  /** When the trophy was earned, and since then; null where that is not known. */
  then: number | null;
  sinceThen: number | null;
  /** From the first time that the rate was read to the last, as it would be in a year. */
  perYear: number;
  change: 'rarer' | 'commoner' | 'unchanged';
}

/**
 * Null where there is no rate, or not a month of it.
 * @param rates what it was, from each day on which it had changed, the earliest first
 * @param readDay the day on which it was read last, days since 1970
 */
export function rateSlopeOf(
  rates: readonly DatedRate[],
  then: number | null,
  readDay: number,
): RateSlope | null {
  const [first, last] = [rates.at(0), rates.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = Math.max(readDay, last.day) - first.day;
  if (days < LEAST_DAYS) return null;
  const change = last.rate - (then ?? first.rate);
  return {
    ...{ now: last.rate, then, sinceThen: then === null ? null : change },
    perYear: wholeOf(((last.rate - first.rate) * DAYS_A_YEAR) / days),
    change: Math.abs(change) <= ROUNDING ? 'unchanged' : change < 0 ? 'rarer' : 'commoner',
  };
}
