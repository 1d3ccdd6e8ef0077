import { isKnown } from '../library/instant';
import type { LibraryTitle } from '../library/title';
import { leftByAhead } from './budget';
import {
  openedRequests,
  requestKey,
  requestsFor,
  titlesIn,
  withinBudget,
  type PlanInput,
  type SyncPlan,
  type SyncRequest,
} from './sync-plan';

/**
 * Until the player has picked, the trophies of so many games are fetched and kept as if they were: those that Sony's
 * list has first, which are there to be looked at while the rest is still being read.
 */
export const LATEST = 10;

/** Whether a title may be one of them. One without a date stands where it likes. */
export function mayBeLatest({ choice, absence, lastUpdatedAt }: LibraryTitle): boolean {
  return choice !== 'never' && absence === null && isKnown(lastUpdatedAt);
}

/** Those of these titles, the latest first. */
export function latestIn(titles: readonly LibraryTitle[]): string[] {
  return titles
    .filter(mayBeLatest)
    .sort((one, other) => other.lastUpdatedAt - one.lastUpdatedAt)
    .slice(0, LATEST)
    .map(({ npCommunicationId }) => npCommunicationId);
}

/**
 * What is asked for before the first played list: what was opened, and of each of these games what there is to earn and
 * what is earned. The names of their add-ons, which no trophy waits for, and what the budget has no room for come with
 * what is picked.
 */
export function planLatest(
  input: Omit<PlanInput, 'unmatched' | 'everyGame' | 'hasPicks'>,
): SyncPlan {
  const opened = openedRequests(input).filter((each) => !input.failed.has(requestKey(each)));
  const done = new Set([...input.failed, ...opened.map(requestKey)]);
  const needs = titlesIn(input.titles, input.latest)
    .flatMap((each) => requestsFor(each, input.now))
    .filter((each) => !done.has(requestKey(each)));
  return withinBudget(input.budget, [
    [opened, 0],
    [needs.filter((each) => !isOfGroups(each)), leftByAhead(input.leftToPicks)],
    [needs.filter(isOfGroups), Infinity],
  ]);
}

function isOfGroups({ kind }: SyncRequest): boolean {
  return kind === 'groups';
}
