import { DAY } from '../time-units';
import { NO_RATE, UNDATED } from './earnings';
import { isLongEnough, rateChange } from './rate-slope';
import type { TrophyLog } from './trophy-log';

/** A trophy of the log whose rate is another one than when it was earned. In tenths of a percent. */
export interface ChangedRate {
  place: number;
  then: number;
  now: number;
}

/** What became of the rates of all that was earned. */
export interface RatesOverTime {
  /** How many have a rate of when they were earned, and one of a month later or more. */
  known: number;
  unchanged: number;
  rarer: number;
  commoner: number;
  /** Those that changed the most. */
  mostRarer: ChangedRate[];
  mostCommoner: ChangedRate[];
}

const SECONDS_A_DAY = DAY / 1_000;
const ALL = 1_000;

/**
 * @param readAt when the rates of each set, by its number, were read last; null where nobody knows
 * @param limit how many each way at the most
 */
export function ratesOverTime(
  log: TrophyLog,
  readAt: readonly (number | null)[],
  limit: number,
): RatesOverTime {
  const readDays = readAt.map((at) => (at === null ? -Infinity : Math.floor(at / DAY)));
  // How many trophies changed by so much, from 1,000 less to 1,000 more: sorting a few is quick, all of them not.
  const counts = new Uint32Array(2 * ALL + 1);
  const sums = { known: 0, unchanged: 0, rarer: 0, commoner: 0 };
  for (let place = log.undated; place < log.count; place += 1) {
    const change = changeAt(log, place, readDays);
    if (change === null) continue;
    counts[ALL + change]! += 1;
    sums.known += 1;
    sums[rateChange(change)] += 1;
  }
  const [least, most] = [boundOf(counts, limit, -1), boundOf(counts, limit, 1)];
  const found: ChangedRate[] = [];
  for (let place = log.undated; place < log.count; place += 1) {
    const change = changeAt(log, place, readDays);
    if (change === null || rateChange(change) === 'unchanged') continue;
    if (change > least && change < most) continue;
    found.push({ place, then: log.then[place]!, now: log.rate[place]! });
  }
  return {
    ...sums,
    mostRarer: mostAmong(found, limit, -1),
    mostCommoner: mostAmong(found, limit, 1),
  };
}

/** Null where either rate is not known, or the later one was not read a month later or more. A rate of 0 is not believed. */
function changeAt(log: TrophyLog, place: number, readDays: readonly number[]): number | null {
  const [then, now] = [log.then[place]!, log.rate[place]!];
  if (then === NO_RATE || now === NO_RATE || then === 0 || now === 0) return null;
  const at = log.at[place]!;
  const days = (readDays[log.set[place]!] ?? -Infinity) - Math.floor(at / SECONDS_A_DAY);
  return at === UNDATED || !isLongEnough(days) ? null : now - then;
}

/** The change of the trophy that has this rank, from the largest one way. */
function boundOf(counts: Uint32Array, rank: number, way: 1 | -1): number {
  let sum = 0;
  for (let change = way * ALL; change !== 0; change -= way) {
    sum += counts[ALL + change]!;
    if (sum >= rank) return change;
  }
  return way;
}

/** Those that changed the most one way; of as much the rarer now, then what was earned later. */
function mostAmong(found: readonly ChangedRate[], limit: number, way: 1 | -1): ChangedRate[] {
  return found
    .filter(({ then, now }) => way * (now - then) > 0)
    .sort(
      (one, other) =>
        way * (other.now - other.then - (one.now - one.then)) ||
        one.now - other.now ||
        other.place - one.place,
    )
    .slice(0, limit);
}
