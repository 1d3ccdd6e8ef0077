import { count } from '../format/numbers';

/** What stands where a value is not known. */
export const UNKNOWN_SIGN = '–';
/** What is heard of it, and said where there is room for a word. */
export const UNKNOWN_WORD = 'unknown';

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
