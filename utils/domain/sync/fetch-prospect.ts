import { isGone, type Choice, type LibraryTitle } from '../library/title';
import { earnedKey, type EarnedState } from './answer-keys';
import { isLeftAlone } from './refusal';

/** What of a title says what becomes of its trophies. */
export type FetchableTitle = EarnedState &
  Pick<LibraryTitle, 'npCommunicationId' | 'choice' | 'absence' | 'fetched'>;

/**
 * What becomes of a title's trophies that are not here. `gone`: its lists do not have it any more, and nothing is asked
 * for. `refused`: it is picked, and Sony has not given them so often that it is asked once a week, and not now.
 */
export type FetchProspect = Choice | 'gone' | 'refused';

export function fetchProspect(title: FetchableTitle, now: number): FetchProspect {
  if (isGone(title)) return 'gone';
  const isRefused = isLeftAlone(title.fetched.refusal, earnedKey(title), now);
  return title.choice === 'picked' && isRefused ? 'refused' : title.choice;
}
