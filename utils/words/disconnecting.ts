import type { Receipt } from '../domain/receipt';
import { countOfGames } from './library';
import { count } from './numbers';
import { perLocale } from './per-locale';
import { plural, type Forms } from './plurals';

export const DISCONNECT = 'Disconnect';
export const ERASE = 'Erase everything';
export const KEEP = 'Disconnect, keep my library';

export const DISCONNECT_HINT =
  'Ends the connection to PlayStation, and erases what is kept here if you like.';
export const ERASE_HINT = 'Your library is still kept in this browser.';
export const DISCONNECT_QUESTION = 'Disconnect from PlayStation?';
export const ERASE_QUESTION = 'Erase everything?';
export const WHAT_GOES = 'Erasing takes all of this away for good:';
export const KEEP_HINT = 'You can also keep the library: it stays readable without a connection.';

/** What a library consists of. */
export interface LibraryCounts {
  titles: number;
  playedGames: number;
}

const sizes = perLocale(
  (locale) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: 'megabyte',
      unitDisplay: 'short',
      maximumSignificantDigits: 2,
    }),
);

/**
 * What erasing takes away, one thing in each line.
 * @param bytes how much room it takes, null where the browser does not say
 */
export function whatGoes(counts: LibraryCounts, bytes: number | null, locale: string): string[] {
  const { titles, playedGames } = counts;
  return [
    `${countOfGames(titles, locale)} with ${titles === 1 ? 'its' : 'their'} trophies`,
    `Playtimes of ${countOfGames(playedGames, locale)}`,
    'The connection to PlayStation and your settings',
    ...(bytes === null ? [] : [`About ${sizes(locale).format(bytes / 1_000_000)} in all`]),
  ];
}

export const RECEIPT = 'Receipt';
export const NOTHING_LEFT = 'Nothing of Trophy Shelf is left in this browser.';
export const SOMETHING_LEFT = 'Something is left in this browser:';
export const TRY_ERASING_AGAIN = 'Closing all other pages of Trophy Shelf and erasing again helps.';

const LEFTOVERS: Record<keyof Receipt, Forms> = {
  databases: { one: 'database', other: 'databases' },
  storedValues: { one: 'stored value', other: 'stored values' },
  alarms: { one: 'alarm', other: 'alarms' },
  rules: { one: 'network rule', other: 'network rules' },
};

/** Every kind of thing that was counted, with its number. */
export function receiptLines(receipt: Receipt, locale: string): string[] {
  return Object.entries(LEFTOVERS).map(([kind, forms]) => {
    const left = receipt[kind as keyof Receipt];
    return `${count(left, locale)} ${plural(left, forms, locale)}`;
  });
}

export function isNothingLeft(receipt: Receipt): boolean {
  return Object.values(receipt).every((left) => left === 0);
}
