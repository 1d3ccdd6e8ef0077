import type { RarityBand } from '../domain/trophies/rarity';
import { tenthsOfPercent } from '../format/numbers';
import * as words from './en/game.json';

export { rarity as RARITY, rarityHint as RARITY_HINT } from './en/game.json';

export const RARITY_BAND_NAMES: Record<RarityBand, string> = words.bands;

/** What the rate was at another time, for example `4.1% when you earned it`. */
export function rateThen(rate: number, locale: string): string {
  return words.rateThen({ rate: tenthsOfPercent(rate, locale) });
}
