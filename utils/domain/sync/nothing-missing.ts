import type { LibraryTitle } from '../library/title';
import { isWeeklyDue } from './weekly';

/**
 * A plan of all titles found nothing to ask for, now or later: so it stays until a title changes or the player wants
 * something; a week at the most, since then every list is read whole again, whatever was concluded from it.
 */
export interface NothingMissing {
  at: number;
  /** As the setting was then. */
  everyGame: boolean;
}

/** True where no title has to be read to know that nothing is missing. */
export function isStillTrue(
  nothingMissing: NothingMissing | null,
  { changed, everyGame, now }: { changed: number; everyGame: boolean; now: number },
): boolean {
  if (nothingMissing === null || changed > 0) return false;
  return nothingMissing.everyGame === everyGame && !isWeeklyDue(nothingMissing.at, now);
}

/** True of a title of which something is asked for again when a time has come. */
export function isPending({ absence, fetched }: LibraryTitle): boolean {
  if (absence !== null) return false;
  const { refusal, groupsRefusal, short = {} } = fetched;
  const isShort = [short.definitions, short.earned].some(
    (answer) => answer !== undefined && answer.againAt !== null,
  );
  return isShort || refusal !== null || groupsRefusal !== null;
}
