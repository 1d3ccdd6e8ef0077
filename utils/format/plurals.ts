import { perLocale } from './per-locale';

const rules = perLocale((locale) => new Intl.PluralRules(locale));

/** The forms that English has. */
export interface Forms {
  one: string;
  other: string;
}

/** The form that goes with a number: `1 game`, `2 games`. */
export function plural(value: number, forms: Forms, locale: string): string {
  return rules(locale).select(value) === 'one' ? forms.one : forms.other;
}
