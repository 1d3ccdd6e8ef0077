/* Each kind of rounding once, so that a tile, a chart, a table and a picture say the same. */

/** To a whole number, half up. */
export function wholeOf(value: number): number {
  return Math.floor(value + 0.5);
}

/**
 * A share in tenths of a percent, half up. What is not all is at most 99.9 %, what is not nothing at least 0.1 %. Null
 * where there is nothing to have a share of.
 */
export function shareInTenths(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  if (part <= 0) return 0;
  if (part >= whole) return 1000;
  return Math.min(999, Math.max(1, Math.floor((2000 * part + whole) / (2 * whole))));
}

/** The mean of whole percents, in tenths of a percent. */
export function meanOfPercents(percents: readonly number[]): number | null {
  return shareInTenths(sumOf(percents), 100 * percents.length);
}

/** Hours with one decimal. */
export function hoursOf(seconds: number): number {
  return wholeOf(seconds / 360) / 10;
}

/** What there is of something in a month, with two decimals. */
export function paceOf(amount: number, days: number): number {
  return wholeOf((100 * amount * DAYS_A_MONTH) / days) / 100;
}

/** In the mean of 400 years. */
const DAYS_A_MONTH = 30.44;

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
