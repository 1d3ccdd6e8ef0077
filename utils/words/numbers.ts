/** A count as people write it, for example `1,300`. */
export function count(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** Whole percent as people write it, for example `72%`. */
export function percent(whole: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(whole / 100);
}
