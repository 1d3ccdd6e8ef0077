import type { LibraryTitle } from '../library/title';
import { isFollowed, type Followed } from './followed';
import type { ListName } from './list-reading';
import { requestsFor } from './sync-plan';
import type { SyncGap } from './sync-status';

/**
 * Which of the gaps that are about trophies this game keeps open: what it lacks is to be asked for again, now or later.
 * Nothing of one that nobody follows, or that Sony's list lacks.
 */
export function gapsOfTitle(
  title: LibraryTitle,
  followed: Followed,
  now: number,
): readonly SyncGap['phase'][] {
  if (!isFollowed(title, followed)) return [];
  // What was refused so often that it is left alone for a week is missing all the same.
  const fetched = { ...title.fetched, refusal: null, groupsRefusal: null };
  return requestsFor({ ...title, fetched }, now).map(({ kind }) =>
    kind === 'groups' ? 'groups' : 'trophies',
  );
}

/**
 * True of a note of what could not be read, as long as it is not here and still asked for.
 * @param title the game that it is about, where that can be read
 */
export function isStillMissing(
  { list }: { list: ListName | 'trophies' },
  title: LibraryTitle | undefined,
  followed: Followed,
  now: number,
): boolean {
  if (list !== 'trophies') return true;
  return title !== undefined && gapsOfTitle(title, followed, now).includes('trophies');
}
