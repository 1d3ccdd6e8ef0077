import { atLeast as atLeastSaid, unknownSign } from './en/app.json';

/** A sum that lacks what is not known, for example `12+`; of none that is known nobody knows that it is none. */
export function atLeast(value: number, locale: string): string {
  return value === 0 ? unknownSign : atLeastSaid({ value }, locale);
}
