import { perLocale } from './per-locale';

const decimal = perLocale((locale) => new Intl.NumberFormat(locale));
const percents = perLocale((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));

/** A count as people write it, for example `1,300`. */
export function count(value: number, locale: string): string {
  return decimal(locale).format(value);
}

/** Whole percent as people write it, for example `72%`. */
export function percent(whole: number, locale: string): string {
  return percents(locale).format(whole / 100);
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

const sizes = perLocale(
  (locale) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: 'megabyte',
      unitDisplay: 'short',
      maximumSignificantDigits: 2,
    }),
);

/** A size as people write it, for example `1.3 MB`. */
export function megabytes(bytes: number, locale: string): string {
  return sizes(locale).format(bytes / 1_000_000);
}
