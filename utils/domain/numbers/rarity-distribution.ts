import { RARITY_BANDS, type RarityBand, rarityBandOf } from '../trophies/rarity';
import { shareInTenths, sumOf, wholeOf } from './rounding';

/* Rates are shares of players in tenths of a percent, null where nobody knows. */

/** How many trophies are of each band. */
export type BandCounts = Record<RarityBand | 'unknown', number>;

/** @param rates one of each trophy: as they are now, or as they were when these were earned */
export function bandCounts(rates: Iterable<number | null>): BandCounts {
  const counts: BandCounts = { 'ultra-rare': 0, 'very-rare': 0, rare: 0, common: 0, unknown: 0 };
  for (const rate of rates) counts[rate === null ? 'unknown' : rarityBandOf(rate)] += 1;
  return counts;
}

/** How many of them have a rate. */
export function ratedIn(counts: BandCounts): number {
  return sumOf(RARITY_BANDS.map((band) => counts[band]));
}

/** Mean and median of the rates that are known; null where none is. */
export function averageRarity(
  rates: Iterable<number | null>,
): { mean: number; median: number } | null {
  // Numbers without a rule of ours: browsers sort those several times as fast.
  const known = Uint16Array.from([...rates].filter((rate) => rate !== null)).sort();
  const sum = known.reduce((before, rate) => before + rate, 0);
  const mean = shareInTenths(sum, 1000 * known.length);
  return mean === null ? null : { mean, median: medianOf(known) };
}

function medianOf(sorted: Uint16Array): number {
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1];
  return wholeOf(((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2);
}

/** What the order of the rarest goes by. */
export interface RatedTrophy {
  rate: number | null;
  /** When it was earned. */
  then: number | null;
  /** Its place in the log, the oldest first. */
  place: number;
}

/** The rarest first, of these what was rarer when it was earned, of these the latest. Without a rate it is none of them. */
export function rarestAmong<Trophy extends RatedTrophy>(
  trophies: Iterable<Trophy>,
  limit: number,
): Trophy[] {
  return [...trophies]
    .filter(({ rate }) => rate !== null)
    .sort(byRarity)
    .slice(0, limit);
}

function byRarity(one: RatedTrophy, other: RatedTrophy): number {
  return (
    rankOf(one.rate) - rankOf(other.rate) ||
    rankOf(one.then) - rankOf(other.then) ||
    other.place - one.place
  );
}

/** Not known is less rare than anything. */
function rankOf(rate: number | null): number {
  return rate ?? 1001;
}
