import { isGone, type Choice, type LibraryTitle } from '../library/title';
import { sumOfGrades } from '../trophies/grades';
import { isAnyShort, isDueAgain } from '../trophies/short-answer';
import { definitionsKey, earnedKey, type EarnedState } from './answer-keys';
import { isLeftAlone } from './refusal';

/** What of a title says what becomes of its trophies. */
export type FetchableTitle = EarnedState &
  Pick<LibraryTitle, 'npCommunicationId' | 'choice' | 'absence' | 'fetched'>;

/**
 * What becomes of a title's trophies that are not here. `gone`: its lists do not have it any more, and nothing is asked
 * for. `short`: all that Sony gives of it is here, and that is less than it counts. `uncounted`: so it is, and Sony does
 * not say how many it counts. `unread`: Sony has given them, and what follows from them cannot be read here, or is not made
 * yet. `refused`: it is picked, and Sony has not given them so often that it is asked once a week,
 * and not now.
 */
export type FetchProspect = Choice | 'gone' | 'short' | 'uncounted' | 'unread' | 'refused';

/** @param isInLog false: none of its trophies is, whatever Sony counts */
export function fetchProspect(title: FetchableTitle, now: number, isInLog = true): FetchProspect {
  if (isGone(title)) return 'gone';
  if (areTrophiesAnswered(title, now)) {
    if (sumOfGrades(title.earned) === null) return 'uncounted';
    return isInLog || isAnyShort(title.fetched.short ?? {}) ? 'short' : 'unread';
  }
  const isRefused = isLeftAlone(title.fetched.refusal, earnedKey(title), now);
  return title.choice === 'picked' && isRefused ? 'refused' : title.choice;
}

/** True where both answers are of what the title is now, and neither is to be asked for again: so nothing is asked. */
export function areTrophiesAnswered(title: FetchableTitle, now: number): boolean {
  const { definitions, earned, short = {} } = title.fetched;
  const areOfNow = definitions === definitionsKey(title) && earned === earnedKey(title);
  return areOfNow && !isDueAgain(short.definitions, now) && !isDueAgain(short.earned, now);
}
