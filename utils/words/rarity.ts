import type { RateSlope } from '../domain/numbers/rate-slope';
import type { RarityBand } from '../domain/trophies/rarity';
import { civilDay } from '../format/calendar-names';
import { tenthsOfPercent } from '../format/numbers';
import * as words from './en/game.json';

export { rarityHint as RARITY_HINT } from './en/game.json';

export const RARITY_BAND_NAMES: Record<RarityBand, string> = words.bands;

/** What is heard of it, for example `Rarity: 4.1%, ultra rare`; null where it is not known. */
export function raritySaid(rate: number | null, band: RarityBand | null, locale: string): string {
  if (rate === null || band === null) return words.rarityUnknown;
  return words.rarity({ rate: tenthsOfPercent(rate, locale), band: RARITY_BAND_NAMES[band] });
}

/**
 * What the rate was before, where that is worth a line: `4.1% when you earned it`, `Unchanged since you earned it`, or of
 * one that is not earned `was 4.1% on 3 Aug 2026`.
 */
export function rateBefore(
  { rate, then, slope }: { rate: number | null; then: number | null; slope: RateSlope | null },
  locale: string,
): string | null {
  if (then !== null && then !== 0) {
    if (slope?.change === 'unchanged') return words.rateUnchanged;
    return then === rate ? null : rateThen(then, locale);
  }
  return slope === null || slope.change === 'unchanged'
    ? null
    : words.rateBefore({
        rate: tenthsOfPercent(slope.first.rate, locale),
        day: civilDay(slope.first.day, locale),
      });
}

/** How the rate has changed, for example `Commoner: 1.4 points more a year, by what was read since 3 Aug 2026`. */
export function slopeHint({ change, pace, first }: RateSlope, locale: string): string {
  const day = civilDay(first.day, locale);
  if (change === 'unchanged') return words.slopeUnchanged({ day });
  return words.slopes[change][pace.per]({ points: Math.abs(pace.change) / 10, day }, locale);
}

/** What the rate was at another time, for example `4.1% when you earned it`. */
export function rateThen(rate: number, locale: string): string {
  return words.rateThen({ rate: tenthsOfPercent(rate, locale) });
}
