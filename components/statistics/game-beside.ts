import { isGone, type LibraryTitle } from '../../utils/domain/library/title';
import { statisticsWords as words } from '../../utils/words/statistics';

/** A game beside what is of it: by its id where the library has it no more, and marked where PlayStation has not. */
export function gameBeside(title: LibraryTitle | undefined, npCommunicationId: string): string {
  if (title === undefined) return npCommunicationId;
  return isGone(title) ? words.goneGame({ game: title.name }) : title.name;
}
