import type { Receipt } from '../domain/connection/receipt';
import { sideBySide } from '../format/lists';
import { size } from '../format/bytes';
import * as words from './en/settings.json';

export {
  disconnect as DISCONNECT,
  erase as ERASE,
  disconnectOnly as DISCONNECT_ONLY,
  disconnectHint as DISCONNECT_HINT,
  eraseHint as ERASE_HINT,
  disconnectQuestion as DISCONNECT_QUESTION,
  eraseQuestion as ERASE_QUESTION,
  whatGoes as WHAT_GOES,
  disconnectOnlyHint as DISCONNECT_ONLY_HINT,
  countingLibraries as COUNTING,
  countsUnknown as COUNTS_UNKNOWN,
  othersUnknown as OTHERS_UNKNOWN,
  noLibraries as NO_LIBRARIES,
  recordsGo as RECORDS_GO,
  wayBackGoes as WAY_BACK_GOES,
  connectionAndSettings as CONNECTION_AND_SETTINGS,
  goesOn as GOES_ON,
  receipt as RECEIPT,
  nothingLeft as NOTHING_LEFT,
  somethingLeft as SOMETHING_LEFT,
  staysWithBrowser as STAYS_WITH_BROWSER,
} from './en/settings.json';

/** A library that would be erased; null is unknown. */
interface LibraryCounts {
  accountId: string;
  onlineId: string | null;
  games: number | null;
  playtimes: number | null;
  made: Record<(typeof MADE)[number], number> | null;
}

/** Whose library it is: `Night_Cabinet`, or where that cannot be read `An account ending in 1246`. */
export function ownerOf({
  accountId,
  onlineId,
}: Pick<LibraryCounts, 'accountId' | 'onlineId'>): string {
  return onlineId ?? words.accountEndingIn({ digits: accountId.slice(-4) });
}

/** What erasing takes away of libraries that the browser does not name. */
export const GOES_UNCOUNTED: readonly string[] = [
  words.gamesGoUnknown,
  words.playtimesGoUnknown,
  words.madeGoesUnknown,
];

/** What erasing takes away of a library, one thing in each line. What cannot be counted is not called nothing. */
export function whatGoes({ games, playtimes, made }: LibraryCounts, locale: string): string[] {
  return [
    games === null ? words.gamesGoUnknown : words.gamesGo({ games }, locale),
    playtimes === null ? words.playtimesGoUnknown : words.playtimesGo({ games: playtimes }, locale),
    ...whatYouMade(made, locale),
  ];
}

const MARKED = ['hidden', 'unobtainable', 'typed', 'tagged'] as const;
const MADE = [
  ...(['notes', 'pins', 'picks', 'never', 'statuses'] as const),
  ...MARKED,
  ...(['notThis', 'goals'] as const),
] as const;

function whatYouMade(made: LibraryCounts['made'], locale: string): string[] {
  if (made === null) return [words.madeGoesUnknown];
  const counts = MADE.filter((kind) => made[kind] > 0).map((kind) =>
    words.made[kind]({ value: made[kind] }, locale),
  );
  return counts.length === 0 ? [] : [words.madeGoes({ made: sideBySide(counts, locale) })];
}

/** How much room it all takes; null where the browser does not say. */
export function roomTaken(bytes: number | null, locale: string): string {
  return bytes === null ? words.roomUnknown : words.room({ size: size(bytes, locale) });
}

export type EndingStep = 'disconnecting' | 'erasing';
/** What is being carried out, and that nobody has to wait for it. */
export const UNDER_WAY: Record<EndingStep, string> = {
  disconnecting: words.disconnecting,
  erasing: words.erasing,
};

const LEFTOVERS = Object.keys(words.leftovers) as (keyof Receipt)[];

/** Every kind of thing that was counted, with its number. */
export function receiptLines(receipt: Receipt, locale: string): string[] {
  return LEFTOVERS.map((kind) => words.leftovers[kind]({ left: receipt[kind] }, locale));
}

export function isNothingLeft(receipt: Receipt): boolean {
  return Object.values(receipt).every((left) => left === 0);
}
