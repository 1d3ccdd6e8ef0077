import { RARITY_BANDS, rarityBandOf, type RarityBand } from '../../utils/domain/trophies/rarity';
import {
  rarityWorth,
  type RarityFormula,
  type WorthBy,
} from '../../utils/domain/numbers/rarity-points';
import { wholeOf } from '../../utils/domain/numbers/rounding';
import { ratedIn, type BandCounts } from '../../utils/domain/numbers/rarity-distribution';
import { statisticsWords as words } from '../../utils/words/statistics';
import { RARITY_BAND_NAMES } from '../../utils/words/rarity';
import type { ChartRow } from '../charts/row-marks';
import { logWith } from './log-links';

/** Trophies by rarity: now, and where it is known of any when they were earned. */
export function rowsOfBands({ now, then }: Record<'now' | 'then', BandCounts>): ChartRow[] {
  const saysThen = ratedIn(then) > 0;
  return [...RARITY_BANDS, 'unknown' as const].map((band) => ({
    id: band,
    name: band === 'unknown' ? words.bandUnknown : RARITY_BAND_NAMES[band],
    values: saysThen ? [now[band], then[band]] : [now[band]],
    href: logWith({ band }),
    ...(band === 'unknown' ? { tone: 'edge' as const } : {}),
  }));
}

type Worths = Iterable<WorthBy>;

/** Points by rarity, band by band: by today's rates, and where any is known by those when they were earned. */
export function rowsOfPoints(
  formula: RarityFormula,
  { now, then }: { now: Worths; then: Worths | null },
): ChartRow[] {
  const sums = [now, ...(then === null ? [] : [then])].map((worths) =>
    pointsByBand(formula, worths),
  );
  return RARITY_BANDS.map((band) => ({
    id: band,
    name: RARITY_BAND_NAMES[band],
    values: sums.map((sum) => wholeOf(sum[band])),
    href: logWith({ band }),
  }));
}

function pointsByBand(formula: RarityFormula, worths: Worths): Record<RarityBand, number> {
  const sums = { 'ultra-rare': 0, 'very-rare': 0, rare: 0, common: 0 };
  for (const worth of worths) {
    if (worth.rate !== null) sums[rarityBandOf(worth.rate)] += rarityWorth(formula, worth) ?? 0;
  }
  return sums;
}
