import { count } from '../format/numbers';

/** What stands where a value is not known. */
export const UNKNOWN_SIGN = '–';
/** What is heard of it, and said where there is room for a word. */
export const UNKNOWN_WORD = 'unknown';

/** PSN's first month, and what is later than any of us can see: an instant outside is none. */
const [FIRST, LAST] = [Date.UTC(2006, 10, 1), Date.UTC(2100, 0, 1)];

/** True of an instant; false of what stands for one that is not known, or is stored and cannot be one. */
export function isInstant(instant: number | null): instant is number {
  return instant !== null && instant >= FIRST && instant < LAST;
}

/** A value as it is written, or the sign where it is not known. */
export function written<Value>(value: Value | null, write: (value: Value) => string): string {
  return value === null ? UNKNOWN_SIGN : write(value);
}

/** The same where there is room for the word. */
export function spoken<Value>(value: Value | null, write: (value: Value) => string): string {
  return value === null ? UNKNOWN_WORD : write(value);
}

/** A sum that lacks what is not known, for example `12+`. */
export function atLeast(value: number, locale: string): string {
  return `${count(value, locale)}+`;
}
