import type { Refusal } from '@/utils/domain/sync/refusal';
import { definitionsKey, earnedKey } from '@/utils/domain/sync/answer-keys';
import { requestKey, type PlanInput, type SyncRequest } from '@/utils/domain/sync/sync-plan';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { aLibraryTitle, allFetched } from './library-titles';

const DAY = 86_400_000;
export const NOW = 1_000 * DAY;

/** Nothing to plan with but what is said. */
export function planInput(said: Partial<PlanInput> = {}): PlanInput {
  return {
    titles: [],
    unmatched: [],
    opened: [],
    everyGame: false,
    hasPicks: true,
    latest: [],
    failed: new Set(),
    budget: 300,
    leftToPicks: 0,
    now: NOW,
    language: 'en',
    ...said,
  };
}

/** Each request in a word and an id, for example `earned B`. */
export function asked(requests: readonly SyncRequest[]): string[] {
  return requests.map(requestKey);
}

/** A title of which everything was fetched the day before. */
export function held(npCommunicationId: string, said: Partial<LibraryTitle> = {}): LibraryTitle {
  return allFetched(aLibraryTitle({ npCommunicationId, ...said }), NOW - DAY);
}

/** Trophies of a title, or the names of its groups, that were refused so often in a row. */
export function refusal(at: number, tries = 1, of = earnedKey(held('A'))): Refusal {
  return { of, at, tries, failure: { cause: 'not-found' }, syncStartedAt: 0 };
}

export function groupsRefusal(at: number, of = definitionsKey(held('A'))): Refusal {
  return refusal(at, 8, of);
}
