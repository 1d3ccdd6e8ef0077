import { dateOf } from './civil-time';

/** The year that is shown where an address asks for one, and whether that is another one. */
export interface ShownYear {
  year: number;
  /** Why it is not the one that was asked for: there is nothing of it, or nobody has asked PlayStation since it began. */
  instead: 'earlier' | 'later' | 'unread' | null;
}

/**
 * Where none is asked for, the last.
 * @param years the first with a trophy, the last that there is something of, and the one that it is
 */
export function yearShown(
  asked: number | null,
  years: { first: number; last: number; now: number },
): ShownYear {
  const { first, last, now } = years;
  if (asked === null) return { year: last, instead: null };
  if (asked < first) return { year: first, instead: 'earlier' };
  if (asked <= last) return { year: asked, instead: null };
  return { year: last, instead: asked > now ? 'later' : 'unread' };
}

/** The year that ends, from December to the end of January; null otherwise. @param today a civil day */
export function yearAtItsEnd(today: number): number | null {
  const { year, month } = dateOf(today);
  if (month === 12) return year;
  return month === 1 ? year - 1 : null;
}
