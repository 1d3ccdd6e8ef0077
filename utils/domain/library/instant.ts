import { DAY } from '../time-units';

/** PSN's first month: nothing of an account's is older. */
const FIRST = Date.UTC(2006, 10, 1);

/** True where something of an account can have happened then. A clock may be a little wrong, a zone a day ahead. */
export function isPossible(instant: number, now: number): boolean {
  return instant >= FIRST && instant <= now + DAY;
}

/**
 * True of an instant, false of what stands for one that is not known: below zero, so that it has its place at the end
 * of each index and order.
 */
export function isKnown(instant: number): boolean {
  return instant >= 0;
}
