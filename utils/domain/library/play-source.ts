import { hasEarned } from './has-earned';
import type { LastPlayedSource, LibraryTitle } from './title';

/** By whose word a game was last played: the trophy list's is of its last trophy, and where there is none of nothing. */
export type PlaySource = LastPlayedSource | 'no-trophy';

export function playSourceOf(title: Pick<LibraryTitle, 'lastPlayedSource' | 'earned'>): PlaySource {
  const isOfTrophies = title.lastPlayedSource === 'trophy-list';
  return isOfTrophies && !hasEarned(title) ? 'no-trophy' : title.lastPlayedSource;
}
