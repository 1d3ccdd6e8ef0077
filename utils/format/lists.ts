import { perLocale } from './per-locale';

const lists = perLocale((locale) => new Intl.ListFormat(locale));
const rows = perLocale((locale) => new Intl.ListFormat(locale, { type: 'unit' }));

/** Names in one sentence: `one, two and three`. */
export function listed(names: readonly string[], locale: string): string {
  return lists(locale).format(names);
}

/** Things that stand side by side: `2 notes, 1 pinned trophy`. */
export function sideBySide(things: readonly string[], locale: string): string {
  return rows(locale).format(things);
}
