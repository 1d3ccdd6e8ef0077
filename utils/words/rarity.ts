import type { Band } from '../domain/trophies/rarity';
import { perLocale } from '../format/per-locale';

export const BAND_NAMES: Record<Band, string> = {
  'ultra-rare': 'Ultra rare',
  'very-rare': 'Very rare',
  rare: 'Rare',
  common: 'Common',
};

export const RARITY = 'Rarity';
export const RARITY_HINT = 'The share of players of this game who have it';

const tenths = perLocale(
  (locale) =>
    new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
);

/** A rate in tenths of a percent as people write it, for example `4.1%`. */
export function ratePercent(rate: number, locale: string): string {
  return tenths(locale).format(rate / 1000);
}

/** What the rate was at another time, for example `4.1% when you earned it`. */
export function rateThen(rate: number, locale: string): string {
  return `${ratePercent(rate, locale)} when you earned it`;
}
