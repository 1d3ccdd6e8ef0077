import { dateOf } from './civil-time';

/** The year that is shown where an address asks for one, and whether that is another one. */
export interface ShownYear {
  year: number;
  /** Why it is not the one that was asked for: there is nothing of it. */
  instead: 'earlier' | 'later' | null;
}

/**
 * Where none is asked for, the last.
 * @param years the first with a trophy, and the last that there is something of
 */
export function yearShown(asked: number | null, years: { first: number; last: number }): ShownYear {
  const { first, last } = years;
  if (asked === null) return { year: last, instead: null };
  if (asked < first) return { year: first, instead: 'earlier' };
  return asked > last ? { year: last, instead: 'later' } : { year: asked, instead: null };
}

/** The year that ends, from December to the end of January; null otherwise. @param today a civil day */
export function yearAtItsEnd(today: number): number | null {
  const { year, month } = dateOf(today);
  if (month === 12) return year;
  return month === 1 ? year - 1 : null;
}
