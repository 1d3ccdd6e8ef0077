import { perLocale } from './per-locale';

const decimal = perLocale((locale) => new Intl.NumberFormat(locale));
const percents = perLocale((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));

/** A count as people write it, for example `1,300`. */
export function count(value: number, locale: string): string {
  return decimal(locale).format(value);
}

/** Whole percent as people write it, for example `72%`; what is almost all is not all. */
export function percent(value: number, locale: string): string {
  return percents(locale).format(Math.floor(value) / 100);
}

const tenths = perLocale(
  (locale) =>
    new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
);

/** Tenths of a percent as people write them, for example `4.1%`. */
export function tenthsOfPercent(value: number, locale: string): string {
  return tenths(locale).format(value / 1000);
}

/** Three figures and no decimals that say nothing beside them; whole numbers in full. */
const THREE_FIGURES: Intl.NumberFormatOptions = {
  maximumSignificantDigits: 3,
  maximumFractionDigits: 0,
  roundingPriority: 'morePrecision',
};

const threeFigures = perLocale((locale) => ({
  decimal: new Intl.NumberFormat(locale, THREE_FIGURES),
  percent: new Intl.NumberFormat(locale, { ...THREE_FIGURES, style: 'percent' }),
}));

/** As exactly as one reads it, for example `0.74`, `22.5%` or `2,250`. */
export function toThreeFigures(
  value: number,
  locale: string,
  style: 'decimal' | 'percent',
): string {
  return threeFigures(locale)[style].format(value);
}
