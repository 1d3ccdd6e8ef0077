import { dayOf } from '../history/play-days';
import { surplusOf, type Reading } from './list-reading';
import type { PageSize } from './page-size';
import { isWeeklyDue } from './weekly';

/** Of a list that falls short again and again. */
const READINGS_A_DAY = 4;

/** What is known of a list from one sync to the next. */
export interface KnownList {
  /** When it was read whole last, in milliseconds since 1970. */
  wholeAt: number | null;
  /** By how much Sony's total exceeds the list, by readings that agreed with each other. */
  surplus: number;
  /** It has fallen short since: how many readings it took, on which day. */
  short: { day: number; readings: number } | null;
  /** The size of page that works; null where the largest does. */
  size: PageSize | null;
}

export const UNKNOWN_LIST: KnownList = { wholeAt: null, surplus: 0, short: null, size: null };

/** True where the list has to be read to its end. */
export function isWholeDue({ wholeAt, short }: KnownList, now: number): boolean {
  return short !== null || isWeeklyDue(wholeAt, now);
}

/** A list that falls short is read again soon, and not all day long. */
export function mayReadWhole({ short }: KnownList, now: number): boolean {
  return short === null || short.day !== dayOf(now) || short.readings < READINGS_A_DAY;
}

/** True where a reading has come to its end once, be it a short one. */
export function wasEverRead({ wholeAt, short }: KnownList): boolean {
  return wholeAt !== null || short !== null;
}

/** What readings tell of a list. */
type ReadList = Omit<KnownList, 'size'>;

/** What is known after a reading that was whole. */
export function afterWhole({ surplus }: KnownList, reading: Reading, now: number): ReadList {
  return { wholeAt: now, short: null, surplus: surplusOf(reading, surplus) };
}

/** What is known after a reading that fell short. */
export function afterShort(known: KnownList, { number }: Reading, now: number): ReadList {
  const { wholeAt, surplus, short } = known;
  const day = dayOf(now);
  const before = short?.day === day ? short.readings : 0;
  return { wholeAt, surplus, short: { day, readings: before + number } };
}
