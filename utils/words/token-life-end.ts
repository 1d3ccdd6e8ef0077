import * as words from './en/token-life.json';

export { connectionTitle as CONNECTION_TITLE } from './en/token-life.json';

/** Until when, or since when it is over. */
export function untilWhen(
  endsAt: number,
  said: { over: boolean; guessed: boolean },
  locale: string,
): string {
  if (said.over) return words.since({ endsAt }, locale);
  return said.guessed ? words.untilAbout({ endsAt }, locale) : words.until({ endsAt }, locale);
}
