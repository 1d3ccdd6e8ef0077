import { RARITY_BANDS } from '../../utils/domain/trophies/rarity';
import type { RarityPoints } from '../../utils/domain/numbers/rarity-points';
import { ratedIn, type BandCounts } from '../../utils/domain/numbers/rarity-distribution';
import { statisticsWords as words } from '../../utils/words/statistics';
import { RARITY_BAND_NAMES } from '../../utils/words/rarity';
import type { ChartRow } from '../charts/row-marks';
import { logWith } from './log-links';

/** How many trophies are in each band by today's rates, and by those when they were earned. */
type BandsOfBoth = Record<'now' | 'then', BandCounts>;

/** Trophies by rarity: now, and where it is known of any when they were earned. */
export function rowsOfBands(counts: BandsOfBoth): ChartRow[] {
  const { now, then } = counts;
  const saysThen = ratedIn(then) > 0;
  return [...RARITY_BANDS, 'unknown' as const].map((band) => ({
    id: band,
    name: band === 'unknown' ? words.bandUnknown : RARITY_BAND_NAMES[band],
    values: saysThen ? [now[band], then[band]] : [now[band]],
    ...linksTo(band, counts, saysThen),
    ...(band === 'unknown' ? { tone: 'edge' as const, isBarless: true as const } : {}),
  }));
}

/** Points by rarity, band by band: by today's rates, and where any is known by those when they were earned. */
export function rowsOfPoints(
  { now, then }: { now: RarityPoints; then: RarityPoints | null },
  counts: BandsOfBoth,
): ChartRow[] {
  return RARITY_BANDS.map((band) => ({
    id: band,
    name: RARITY_BAND_NAMES[band],
    values: [now, ...(then === null ? [] : [then])].map(({ bands }) => bands[band]),
    ...linksTo(band, counts, then !== null),
  }));
}

/** To what is in a band today, and to what was in it when it was earned. */
function linksTo(
  band: keyof BandCounts,
  { now, then }: BandsOfBoth,
  saysThen: boolean,
): Pick<ChartRow, 'href' | 'hrefs'> {
  const href = now[band] > 0 ? logWith({ band }) : undefined;
  if (!saysThen) return { href };
  return { href, hrefs: [href, then[band] > 0 ? logWith({ then: band }) : undefined] };
}
