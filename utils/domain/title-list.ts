import type { Absence, LibraryTitle, Title } from './title';
import { isChanged } from './what-changed';

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
  /** The rows of the newest page that could be read, in Sony's order: newest change first. */
  rows: readonly Title[];
}

/** True where a sync must read the whole list, whatever the first page shows. */
export function needsWholeList(
  titles: readonly LibraryTitle[],
  unreadTitles: number,
  wholeListAt: number | null,
  now: number,
): boolean {
  // An instant that lies ahead is of a clock that has been put right since.
  const isDue = wholeListAt === null || wholeListAt > now || now - wholeListAt >= WHOLE_LIST_EVERY;
  const hasSuspects = titles.some(({ absence }) => absence?.isSure === false);
  return isDue || hasSuspects || unreadTitles > 0;
}

/**
 * True where the pages that were not read cannot hold anything new: the last row read is as it was, every title that
 * is not on the pages read is older than that row, and together they are as many as Sony counts. Only an add-on to a
 * game that was not played since stays unseen: it moves nothing in the list.
 */
export function isRestUnchanged(list: ListSoFar, titles: readonly LibraryTitle[]): boolean {
  const last = list.rows.at(-1);
  const held = titles.find((title) => title.npCommunicationId === last?.npCommunicationId);
  if (last === undefined || held === undefined || isChanged(held, last)) return false;
  const rest = titles.filter(
    (title) => title.absence === null && !list.seen.has(title.npCommunicationId),
  );
  const isOlder = rest.every((title) => title.lastUpdatedAt <= last.lastUpdatedAt);
  return isOlder && list.seen.size + list.nameless + rest.length === list.total;
}

/** True where a list that was read to its end has as many titles as Sony counts: none moved under the reading. */
export function isWhole({ seen, nameless, total }: Omit<ListSoFar, 'rows'>): boolean {
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
export function playedListLimit(changedTitles: number, isWholeListHeld: boolean): number {
  const LARGEST = 200;
  return isWholeListHeld ? Math.min(LARGEST, changedTitles + 5) : LARGEST;
}
