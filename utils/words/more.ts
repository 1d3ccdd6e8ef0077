import * as words from './en/app.json';

/** The button that shows some of those that a list leaves out, for example `And 4,980 more`. */
export function andMore(left: number, locale: string): string {
  return words.andMore({ left }, locale);
}
