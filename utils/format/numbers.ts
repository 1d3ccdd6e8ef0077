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
