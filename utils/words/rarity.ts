import type { RarityBand } from '../domain/trophies/rarity';
import { tenthsOfPercent } from '../format/numbers';

export const RARITY_BAND_NAMES: Record<RarityBand, string> = {
  'ultra-rare': 'Ultra rare',
  'very-rare': 'Very rare',
  rare: 'Rare',
  common: 'Common',
};

export const RARITY = 'Rarity';
export const RARITY_HINT = 'The share of players of this game who have it';

/** What the rate was at another time, for example `4.1% when you earned it`. */
export function rateThen(rate: number, locale: string): string {
  return `${tenthsOfPercent(rate, locale)} when you earned it`;
}
