import { costsItself, type Failure } from '../failure';
import type { ListName } from './list-reading';
import type { ListPhase } from './sync-status';
import { isWeeklyDue } from './weekly';

/** Sony's limits: more is refused with 400. */
const LARGEST: Record<ListName, number> = { titles: 800, 'played-games': 200 };
/** What fails at this size does not fail for its size. */
const SMALLEST: Record<ListName, number> = { titles: 50, 'played-games': 25 };

/** How many pages of a list are left, at Sony's limits: at least the one that is asked for now. */
export function pagesLeft(
  phase: ListPhase,
  { done, total }: { done: number; total: number | null },
): number {
  const rows = phase === 'titles' || phase === 'played-games' ? LARGEST[phase] : Infinity;
  return Math.max(1, Math.ceil(((total ?? 0) - done) / rows));
}

/** A size of page that is smaller than Sony's limit. */
export interface PageSize {
  size: number;
  /** When it worked and the double failed; null while nobody knows whether the double would work too. */
  provenAt: number | null;
}

/** So many rows to ask for first. What was proven is tried larger again once a week. */
export function largestToTry(list: ListName, known: PageSize | null, now: number): number {
  if (known === null) return LARGEST[list];
  const isProven = known.provenAt !== null && !isWeeklyDue(known.provenAt, now);
  return isProven ? known.size : Math.min(LARGEST[list], 2 * known.size);
}

/** The size to ask for after one that failed; null where that was no matter of its size. */
export function halved(list: ListName, size: number): number | null {
  return size > SMALLEST[list] ? Math.max(SMALLEST[list], Math.floor(size / 2)) : null;
}

/** True of what a page can fail with for its size: refused, late, or cut off, so that none of it can be read. */
export function mayBeOfSize(failure: Failure): boolean {
  const { cause, fields } = failure;
  const isUnread = cause === 'answer-not-understood' && fields === undefined;
  const isOfPage = isUnread || cause === 'sony-down' || cause === 'no-answer';
  return isOfPage && costsItself(failure);
}

/**
 * What is known of the size after it worked.
 * @param first what was tried first: the size itself, or one that failed just now
 */
export function afterAnswer(
  list: ListName,
  known: PageSize | null,
  { size, first }: { size: number; first: number },
  now: number,
): PageSize | null {
  if (size < first) return { size, provenAt: now };
  if (size >= LARGEST[list]) return null;
  // A page may have been asked for smaller because no more was needed: that says nothing.
  return known !== null && size > known.size ? { size, provenAt: null } : known;
}
