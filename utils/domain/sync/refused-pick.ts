import type { LibraryTitle } from '../library/title';
import { definitionsKey, earnedKey } from './answer-keys';

/** True of a picked game of which Sony has refused something that it is still to be asked for. */
export function isPickRefused(title: LibraryTitle): boolean {
  if (title.choice !== 'picked' || title.absence !== null) return false;
  const { refusal, groupsRefusal } = title.fetched;
  return refusal?.of === earnedKey(title) || groupsRefusal?.of === definitionsKey(title);
}
