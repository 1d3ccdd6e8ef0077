import { listed } from '../format/lists';
import { plural } from '../format/plurals';

/** What a sync has found that is worth a notification: games by their names. */
interface News {
  platinums: readonly string[];
  lostHundreds: readonly string[];
}

/** The notification of a sync, or null where there is nothing to tell: new platinums first, then lost 100 %. */
export function newsOf(
  { platinums, lostHundreds }: News,
  locale: string,
): { title: string; message: string } | null {
  const lost = listed(lostHundreds, locale);
  if (platinums.length > 0) {
    const forms = { one: 'A new platinum', other: 'New platinums' };
    const message = `${listed(platinums, locale)}.`;
    return {
      title: plural(platinums.length, forms, locale),
      message: lost === '' ? message : `${message} No longer at 100 %: ${lost}.`,
    };
  }
  return lost === '' ? null : { title: 'No longer at 100 %', message: `${lost} got new trophies.` };
}
