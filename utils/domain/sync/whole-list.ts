import type { Absence, LibraryTitle } from '../library/title';

const DAY = 86_400_000;
/** A whole list at least weekly: a daily sync half a day early must not make it eight days. */
const WHOLE_LIST_EVERY = 6.5 * DAY;

/** What of the titles list has been read so far, the newest page included. */
export interface ListSoFar {
  /** Ids on the pages of this reading, and how many rows had none that could be read. */
  seen: ReadonlySet<string>;
  nameless: number;
  /** Sony's count over all pages. */
  total: number;
}

/** True where a sync must read the whole list, whatever the first page shows. */
export function needsWholeList(
  known: {
    /** When it was read to its end last. */
    wholeListAt: number | null;
    /** Titles that one whole list has missed. */
    suspects: number;
    unreadTitles: number;
  },
  now: number,
): boolean {
  const { wholeListAt, suspects, unreadTitles } = known;
  // An instant that lies ahead is of a clock that has been put right since.
  const isDue = wholeListAt === null || wholeListAt > now || now - wholeListAt >= WHOLE_LIST_EVERY;
  return isDue || suspects > 0 || unreadTitles > 0;
}

/**
 * True where the pages that were not read cannot hold anything new, once the last row read is as it was: every title
 * that is not on the pages read is older than that row, and together they are as many as Sony counts. Only an add-on
 * to a game that was not played since stays unseen: it moves nothing in the list.
 * @param rest the stored titles that are not on the pages read, without those that are absent
 */
export function isRestUnchanged(
  { seen, nameless, total }: ListSoFar,
  rest: { count: number; hasLater: boolean },
): boolean {
  return !rest.hasLater && seen.size + nameless + rest.count === total;
}

/** True where a list that was read to its end has as many titles as Sony counts: none moved under the reading. */
export function isWhole({ seen, nameless, total }: ListSoFar): boolean {
  return seen.size + nameless >= total;
}

/** What a whole list says of a title: it is there, it is missed, or, by a second list that agrees, it is gone. */
export function absenceAfter(
  { absence, npCommunicationId }: LibraryTitle,
  seen: ReadonlySet<string>,
  now: number,
): Absence | null {
  if (seen.has(npCommunicationId)) return null;
  return absence === null ? { missedAt: now, isSure: false } : { ...absence, isSure: true };
}

/**
 * How many games of the played list to ask for at first. It comes last played first and weighs about 5 kB a game:
 * whoever earned trophies has played, and some more may have been played without.
 */
export function playedListLimit(changedTitles: number, isWholeListStored: boolean): number {
  const LARGEST = 200;
  return isWholeListStored ? Math.min(LARGEST, changedTitles + 5) : LARGEST;
}
