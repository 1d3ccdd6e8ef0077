import { GRADES, type Grade } from '../trophies/grades';
import { NO_RATE } from './earnings';
import { rarestAmong, type RatedTrophy } from './rarity-distribution';
import type { TrophyLog } from './trophy-log';

/** The rates of a column, the oldest trophy first; null where nobody knows. */
export function* ratesIn(column: Uint16Array): Iterable<number | null> {
  for (const rate of column) yield knownRate(rate);
}

/** What points by rarity go by, of every trophy. @param column the rates that count: of today, or when it was earned */
export function* worthsIn(
  log: TrophyLog,
  column: Uint16Array,
): Iterable<{ grade: Grade | null; rate: number | null }> {
  for (let place = 0; place < log.count; place += 1) {
    yield { grade: GRADES[log.grade[place]!] ?? null, rate: knownRate(column[place]!) };
  }
}

/** The rarest so many trophies of the log, or of those between two places of it, the rarest first. */
export function rarestIn(
  { count, rate, then }: Pick<TrophyLog, 'count' | 'rate' | 'then'>,
  limit: number,
  { from = 0, to = count } = {},
): RatedTrophy[] {
  const most = rateOfRank(rate.subarray(from, to), limit);
  const few: RatedTrophy[] = [];
  for (let place = from; place < to; place += 1) {
    if (rate[place]! > most) continue;
    few.push({ place, rate: knownRate(rate[place]!), then: knownRate(then[place]!) });
  }
  return rarestAmong(few, limit);
}

export function knownRate(rate: number): number | null {
  return rate === NO_RATE ? null : rate;
}

/** The rate that so many trophies have at the most: sorting a few is quick, and counting all of them too. */
function rateOfRank(rates: Uint16Array, rank: number): number {
  const counts = new Uint32Array(1_001);
  for (const rate of rates) if (rate <= 1_000) counts[rate]! += 1;
  let sum = 0;
  const found = counts.findIndex((count) => (sum += count) >= rank);
  return found < 0 ? 1_000 : found;
}

/** True where it is known of any trophy how rare it was when it was earned. */
export function knowsRatesThen({ then }: Pick<TrophyLog, 'then'>): boolean {
  return then.some((rate) => rate !== NO_RATE);
}
