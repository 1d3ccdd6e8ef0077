import { titleChanges } from '../history/set-versions';
import type { LibraryTitle, Title } from './title';
import { isBaseDone } from './what-is-left';

/** True where a row says of a set whose base game the player has done that it is another one than it was. */
export function isRevisedAfterDone(known: LibraryTitle, row: Title): boolean {
  const { trophySetVersion, defined } = titleChanges(known, row);
  return (trophySetVersion ?? defined) !== undefined && isBaseDone(known) === true;
}
