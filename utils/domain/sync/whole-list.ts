import { DAY } from '../time-units';
import type { Absence, LibraryTitle } from '../library/title';
import { isWholeDue, type KnownList } from './known-list';
import { isCount, type Reading } from './list-reading';

/** True where a sync must read the whole titles list, whatever the first page shows. */
export function needsWholeList(
  facts: {
    known: KnownList;
    /** Titles that one whole list has missed. */
    suspects: number;
    unreadTitles: number;
  },
  now: number,
): boolean {
  const { known, suspects, unreadTitles } = facts;
  return isWholeDue(known, now) || suspects > 0 || unreadTitles > 0;
}

/** The stored titles that are not on the pages read, without those that are absent. */
export interface RestOfTitles {
  count: number;
  /** One of them was updated later than the last row that was read. */
  hasLater: boolean;
}

/**
 * True where the pages that were not read cannot hold anything new, once the last row read is as it was: every title
 * that is not on the pages read is older than that row, and together they are as many as Sony counts. Only an add-on
 * to a game that was not played since stays unseen: it moves nothing in the list. Where Sony has not counted, nothing
 * says that there is more.
 * @param surplus by how much Sony's total is known to exceed the list
 */
export function isRestUnchanged(
  { distinct, total }: Pick<Reading, 'distinct' | 'total'>,
  rest: RestOfTitles,
  surplus: number,
): boolean {
  return !rest.hasLater && (total === null || isCount(distinct + rest.count, total, surplus));
}

/** No list that is read within so long of another was read on another occasion: half of a day. */
const ANOTHER_OCCASION = DAY / 2;

/**
 * What a whole list says of a title: it is there, it is missed, or, by a second list that agrees, it is gone. One that
 * has no title at all is rather Sony's trouble than the end of all games: it has to be so on another occasion too.
 */
export function absenceAfter(
  { absence, npCommunicationId }: LibraryTitle,
  seen: ReadonlySet<string>,
  now: number,
): Absence | null {
  if (seen.has(npCommunicationId)) return null;
  if (absence === null) return { missedAt: now, isSure: false };
  const isAgreed = seen.size > 0 || now - absence.missedAt >= ANOTHER_OCCASION;
  return isAgreed ? { ...absence, isSure: true } : absence;
}

/**
 * How many games of the played list to ask for where it is read up to what is stored. It comes last played first and
 * weighs about 5 kB a game: whoever earned trophies has played, and some more may have been played without.
 */
export function playedListLimit(changedTitles: number): number {
  return changedTitles + 5;
}
