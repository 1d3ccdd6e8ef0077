import { perLocale } from './per-locale';

const lists = perLocale((locale) => new Intl.ListFormat(locale));

/** Names in one sentence: `one, two and three`. */
export function listed(names: readonly string[], locale: string): string {
  return lists(locale).format(names);
}
