import { DAY } from '../time-units';
import type { StoredItem } from './player-item';

/** So long a deletion takes back what an old copy still says. */
const KEPT_FOR = 365 * DAY;

/** True where it says nothing any more, wherever it still lies. One by a clock that was ahead stays a little longer. */
export function isForgotten(
  { value, deletedAt }: Pick<StoredItem, 'value' | 'deletedAt'>,
  now: number,
): boolean {
  return value === null && deletedAt !== undefined && now - deletedAt > KEPT_FOR;
}

/** What becomes of the item by now: itself, a deletion that is dated from here on, or null where it is forgotten. */
export function agedItem(item: StoredItem, now: number): StoredItem | null {
  if (item.value === null && item.deletedAt === undefined) return { ...item, deletedAt: now };
  return isForgotten(item, now) ? null : item;
}
