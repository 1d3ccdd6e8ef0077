import { plural } from './plurals';

/** What a sync has found that is worth a notification. */
interface News {
  platinums: readonly string[];
  lostHundreds: readonly string[];
}

/** The notification of a sync, or null where there is nothing to tell: new platinums first, then lost 100 %. */
export function newsOf(
  { platinums, lostHundreds }: News,
  locale: string,
): { title: string; message: string } | null {
  const lost = lostHundreds.length === 0 ? '' : `${listed(lostHundreds, locale)}: new trophies.`;
  if (platinums.length > 0) {
    const title = plural(
      platinums.length,
      { one: 'A new platinum', other: 'New platinums' },
      locale,
    );
    const message = [`${listed(platinums, locale)}.`, lost && `100 % no more: ${lost}`];
    return { title, message: message.filter((part) => part !== '').join(' ') };
  }
  return lost === '' ? null : { title: '100 % no more', message: lost };
}

function listed(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale).format(names);
}
