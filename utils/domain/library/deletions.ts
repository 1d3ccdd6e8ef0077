import { DAY } from '../time-units';
import type { StoredItem } from './player-item';

/** So long a deletion takes back what an old copy still says. */
const KEPT_FOR = 365 * DAY;

/** When a deletion was made; null where nobody said so, or by a clock that was wrong. */
export function deletionInstant({ deletedAt = Infinity }: StoredItem, now: number): number | null {
  return deletedAt > now ? null : deletedAt;
}

/** True where it says nothing any more, wherever it still lies. */
export function isForgotten(item: StoredItem, now: number): boolean {
  const at = deletionInstant(item, now);
  return item.value === null && at !== null && now - at > KEPT_FOR;
}

/** What becomes of the item by now: itself, a deletion that is dated from here on, or null where it is forgotten. */
export function agedItem(item: StoredItem, now: number): StoredItem | null {
  if (item.value !== null) return item;
  if (deletionInstant(item, now) === null) return { ...item, deletedAt: now };
  return isForgotten(item, now) ? null : item;
}
