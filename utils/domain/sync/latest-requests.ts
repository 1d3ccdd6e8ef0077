import { isKnown } from '../library/instant';
import type { LibraryTitle } from '../library/title';
import { RESERVE } from './budget';
import {
  openedRequests,
  requestKey,
  requestsFor,
  titlesIn,
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

/**
 * What is asked for before the first played list: what was opened, and of each of these games what there is to earn and
 * what is earned. The names of their add-ons, which no trophy waits for, and what the budget has no room for come with
 * what is picked.
 */
export function planLatest(
  input: Omit<PlanInput, 'unmatched' | 'everyGame' | 'hasPicks'>,
): SyncPlan {
  const needs = titlesIn(input.titles, input.latest).flatMap((each) =>
    requestsFor(each, input.now),
  );
  const [names, trophies] = [needs.filter(isOfGroups), needs.filter((each) => !isOfGroups(each))];
  const first = untriedOnce([...openedRequests(input), ...trophies], input.failed);
  const room = Math.max(0, input.budget - RESERVE);
  const later = untriedOnce([...first.slice(room), ...names], input.failed);
  return { now: first.slice(0, room), later };
}

function isOfGroups({ kind }: SyncRequest): boolean {
  return kind === 'groups';
}

function untriedOnce(requests: readonly SyncRequest[], failed: ReadonlySet<string>): SyncRequest[] {
  const byKey = new Map(requests.map((request) => [requestKey(request), request]));
  return [...byKey.values()].filter((request) => !failed.has(requestKey(request)));
}
