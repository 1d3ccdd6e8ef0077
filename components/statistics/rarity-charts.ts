import { RARITY_BANDS } from '../../utils/domain/trophies/rarity';
import type { RarityPoints } from '../../utils/domain/numbers/rarity-points';
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
    href: linkTo(band, now),
    ...(band === 'unknown' ? { tone: 'edge' as const } : {}),
  }));
}

/** Points by rarity, band by band: by today's rates, and where any is known by those when they were earned. */
export function rowsOfPoints(
  { now, then }: { now: RarityPoints; then: RarityPoints | null },
  counts: BandCounts,
): ChartRow[] {
  return RARITY_BANDS.map((band) => ({
    id: band,
    name: RARITY_BAND_NAMES[band],
    values: [now, ...(then === null ? [] : [then])].map(({ bands }) => bands[band]),
    href: linkTo(band, counts),
  }));
}

/** To what is in a band today: the log does not know what was in it. */
function linkTo(band: keyof BandCounts, now: BandCounts): string | undefined {
  return now[band] > 0 ? logWith({ band }) : undefined;
}
