import { DAY } from '../time-units';

/** The share of players who had a trophy on a day, in tenths of a percent. Kept only where it had changed. */
export interface DatedRate {
  /** Whole days since 1970, UTC. */
  day: number;
  rate: number;
}

/** Sony's four bands, the rarest first, by the rates that its own answers put in each. */
export const RARITY_BANDS = ['ultra-rare', 'very-rare', 'rare', 'common'] as const;
export type RarityBand = (typeof RARITY_BANDS)[number];

/** The band of a rate in tenths of a percent: below 5 %, 15 %, 50 %. */
export function rarityBandOf(rate: number): RarityBand {
  if (rate < 50) return 'ultra-rare';
  if (rate < 150) return 'very-rare';
  return rate < 500 ? 'rare' : 'common';
}

/**
 * The rates so far and one more. Nothing is added where the rate is what it was, and a `0.0` is not believed where
 * something else was seen before: Sony has had hours in which every rate was zero.
 */
export function withRate(
  rates: readonly DatedRate[],
  rate: number | null,
  now: number,
): DatedRate[] {
  const last = rates.at(-1);
  if (rate === null || last?.rate === rate || (rate === 0 && last !== undefined)) return [...rates];
  const day = Math.floor(now / DAY);
  const before = last?.day === day ? rates.slice(0, -1) : rates;
  return before.at(-1)?.rate === rate ? [...before] : [...before, { day, rate }];
}

/**
 * The reading of the rate when a trophy was earned, where it was looked at soon enough to tell: at most a week later, or both before
 * and after; of these by the nearer one. Null otherwise: what the rate was years before the first one, nobody here
 * knows. As in `withRate` a `0.0` is not believed where something else was seen.
 */
export function rateWhenEarned(rates: readonly DatedRate[], earnedAt: number): DatedRate | null {
  const day = Math.floor(earnedAt / DAY);
  const above = rates.filter(({ rate }) => rate > 0);
  const believed = above.length === 0 ? rates : above;
  const before = believed.filter((each) => each.day <= day).at(-1);
  const after = believed.find((each) => each.day > day && each.day - day <= 7);
  if (before === undefined || after === undefined) return before ?? after ?? null;
  return day - before.day <= after.day - day ? before : after;
}
