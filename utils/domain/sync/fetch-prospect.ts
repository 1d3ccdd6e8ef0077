import type { Choice, LibraryTitle } from '../library/title';
import { earnedKey, type EarnedState } from './answer-keys';
import { isRarelyAsked } from './refusal';

/** What of a title says what becomes of its trophies. */
export type FetchableTitle = EarnedState &
  Pick<LibraryTitle, 'npCommunicationId' | 'choice' | 'absence' | 'fetched'>;

/**
 * What becomes of a title's trophies that are not here. `gone`: its list does not have it any more, and nothing is asked
 * for. `refused`: Sony has not given them so often that a pick changes nothing.
 */
export type FetchProspect = Choice | 'gone' | 'refused';

export function fetchProspect(title: FetchableTitle): FetchProspect {
  if (title.absence !== null) return 'gone';
  if (title.choice === 'never') return 'never';
  return isRarelyAsked(title.fetched.refusal, earnedKey(title)) ? 'refused' : title.choice;
}
