import { perLocale } from './per-locale';

function inUnit(unit: 'kilobyte' | 'megabyte'): (locale: string) => Intl.NumberFormat {
  return perLocale(
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumSignificantDigits: 2,
      }),
  );
}

const inMegabytes = inUnit('megabyte');
const inKilobytes = inUnit('kilobyte');

/** A size as people write it, for example `1.3 MB`. */
function megabytes(bytes: number, locale: string): string {
  return inMegabytes(locale).format(bytes / 1_000_000);
}

/** A size that may be small, for example `32 kB`, and never nothing where there is something. */
export function size(bytes: number, locale: string): string {
  if (bytes >= 1_000_000) return megabytes(bytes, locale);
  return inKilobytes(locale).format(bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1_000)));
}
