import { perLocale } from './per-locale';

const rules = perLocale((locale) => new Intl.PluralRules(locale));

/** The forms of a text, by the category that the language has for a number, or by the number itself (`=0`). */
export interface Forms {
  readonly [form: string]: string;
  readonly other: string;
}

/** The form that goes with a number: `1 game`, `2 games`. */
export function plural(value: number, forms: Forms, locale: string): string {
  return forms[`=${String(value)}`] ?? forms[rules(locale).select(value)] ?? forms.other;
}
