import * as words from './en/app.json';

export {
  /** What stands where a value is not known. */
  unknownSign as UNKNOWN_SIGN,
  /** What is heard of it, and said where there is room for a word. */
  unknown as UNKNOWN_WORD,
} from './en/app.json';

/** PSN's first month, and what is later than any of us can see: an instant outside is none. */
const [FIRST, LAST] = [Date.UTC(2006, 10, 1), Date.UTC(2100, 0, 1)];

/** True of an instant; false of what stands for one that is not known, or is stored and cannot be one. */
export function isInstant(instant: number | null): instant is number {
  return instant !== null && instant >= FIRST && instant < LAST;
}

/** A value as it is written, or the sign where it is not known. */
export function written<Value>(value: Value | null, write: (value: Value) => string): string {
  return value === null ? words.unknownSign : write(value);
}

/** The same where there is room for the word. */
export function spoken<Value>(value: Value | null, write: (value: Value) => string): string {
  return value === null ? words.unknown : write(value);
}
