import type { RarityBand } from '../domain/trophies/rarity';
import { tenthsOfPercent } from '../format/numbers';
import * as words from './en/game.json';

export { rarityHint as RARITY_HINT } from './en/game.json';

export const RARITY_BAND_NAMES: Record<RarityBand, string> = words.bands;

/** What is heard of it, for example `Rarity: 4.1%, ultra rare`; null where it is not known. */
export function raritySaid(rate: number | null, band: RarityBand | null, locale: string): string {
  if (rate === null || band === null) return words.rarityUnknown;
  return words.rarity({ rate: tenthsOfPercent(rate, locale), band: RARITY_BAND_NAMES[band] });
}

/** What the rate was at another time, for example `4.1% when you earned it`. */
export function rateThen(rate: number, locale: string): string {
  return words.rateThen({ rate: tenthsOfPercent(rate, locale) });
}
