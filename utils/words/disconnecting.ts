import type { Receipt } from '../domain/connection/receipt';
import { countOfGames } from './library';
import { count, megabytes } from '../format/numbers';
import { plural, type Forms } from '../format/plurals';

export const DISCONNECT = 'Disconnect';
export const ERASE = 'Erase everything';
export const DISCONNECT_ONLY = 'Disconnect, keep my library';

export const DISCONNECT_HINT =
  'Ends the connection to PlayStation, and erases what is kept here if you like.';
export const ERASE_HINT = 'Your library is still kept in this browser.';
export const DISCONNECT_QUESTION = 'Disconnect from PlayStation?';
export const ERASE_QUESTION = 'Erase everything?';
export const WHAT_GOES = 'Erasing takes all of this away for good:';
export const DISCONNECT_ONLY_HINT =
  'You can also keep the library: it stays readable without a connection.';

/** A library that would be erased; null is unknown. */
interface LibraryCounts {
  accountId: string;
  onlineId: string | null;
  games: number | null;
  playtimes: number | null;
  made: Record<'notes' | 'pins' | 'picks' | 'never', number> | null;
}

const MADE: Record<keyof NonNullable<LibraryCounts['made']>, Forms> = {
  notes: { one: 'note', other: 'notes' },
  pins: { one: 'pinned trophy', other: 'pinned trophies' },
  picks: { one: 'picked game', other: 'picked games' },
  never: { one: 'game never to be imported', other: 'games never to be imported' },
};

export const COUNTING = 'Counting what there is';
export const COUNTS_UNKNOWN =
  'Every library in this browser. The browser does not say how much that is.';
export const NO_LIBRARIES = 'There is no library in this browser.';
export const CONNECTION_AND_SETTINGS = 'The connection to PlayStation and your settings';

/** Whose library it is: `Night_Cabinet`, or where that cannot be read `An account ending in 1246`. */
export function ownerOf({ accountId, onlineId }: LibraryCounts): string {
  return onlineId ?? `An account ending in ${accountId.slice(-4)}`;
}

/** What erasing takes away of a library, one thing in each line. What cannot be counted is not called nothing. */
export function whatGoes({ games, playtimes, made }: LibraryCounts, locale: string): string[] {
  return [
    games === null
      ? 'Games with their trophies: how many is unknown'
      : `${countOfGames(games, locale)} with ${games === 1 ? 'its' : 'their'} trophies`,
    playtimes === null
      ? 'Playtimes: how many is unknown'
      : `Playtimes of ${countOfGames(playtimes, locale)}`,
    ...whatYouMade(made, locale),
  ];
}

function whatYouMade(made: LibraryCounts['made'], locale: string): string[] {
  if (made === null) return ['Your notes, pins and picks: how many is unknown'];
  const counts = Object.entries(MADE)
    .map(([kind, forms]) => ({ value: made[kind as keyof typeof MADE], forms }))
    .filter(({ value }) => value > 0)
    .map(({ value, forms }) => `${count(value, locale)} ${plural(value, forms, locale)}`);
  return counts.length === 0 ? [] : [`Yours: ${counts.join(', ')}`];
}

/** How much room it all takes; null where the browser does not say. */
export function roomTaken(bytes: number | null, locale: string): string {
  return bytes === null
    ? 'How much room it takes is unknown'
    : `About ${megabytes(bytes, locale)} in all`;
}

/** What is being carried out, and that nobody has to wait for it. */
export const UNDER_WAY = { disconnecting: 'Disconnecting', erasing: 'Erasing everything' } as const;
export type EndingStep = keyof typeof UNDER_WAY;
export const GOES_ON = 'This goes on by itself, also when this page is closed.';

export const RECEIPT = 'Receipt';
export const NOTHING_LEFT = 'Nothing of Trophy Shelf is left in this browser.';
export const SOMETHING_LEFT = 'Something is left in this browser:';
export const STAYS_WITH_BROWSER =
  "History, cookies and the cache are the browser's own. They stay until you clear them in its settings.";
export const TRY_ERASING_AGAIN = 'Closing all other pages of Trophy Shelf and erasing again helps.';

const LEFTOVERS: Record<keyof Receipt, Forms> = {
  databases: { one: 'database', other: 'databases' },
  storedValues: { one: 'stored value', other: 'stored values' },
  alarms: { one: 'alarm', other: 'alarms' },
  rules: { one: 'network rule', other: 'network rules' },
  permissions: { one: 'permission that you gave', other: 'permissions that you gave' },
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
