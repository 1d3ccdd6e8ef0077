import { knownItems, WHOLE_SET, type KnownItem, type StoredItem } from '../library/player-item';
import type { GoalEnd } from './goal-end';
import type { Goal } from './goal-pace';
import { trophyKey, type NotThis } from './not-this';

/** What besides the games themselves the list of what to play next is made of. Trophies by their keys. */
export interface NextMarks {
  notThis: readonly NotThis[];
  pinned: ReadonlySet<string>;
  /** By the player's word not to be had any more. */
  unobtainable: ReadonlySet<string>;
  /** Sets that were at 100 % once, and were so no more when a sync looked. */
  lostHundred: ReadonlySet<string>;
}

/** @param stored of these kinds: `next-kinds.ts` */
export function nextMarksIn(
  stored: readonly StoredItem[],
  lostHundred: readonly string[],
): NextMarks {
  const items = knownItems(stored);
  const keysOf = (kind: KnownItem['kind']): ReadonlySet<string> =>
    new Set(items.filter((item) => item.kind === kind).map(trophyKey));
  return {
    notThis: items.flatMap(({ kind, value, npCommunicationId, trophyId }) =>
      kind === 'not-this'
        ? { npCommunicationId, trophyId: trophyId === WHOLE_SET ? null : trophyId, ...value }
        : [],
    ),
    pinned: keysOf('pin'),
    unobtainable: keysOf('unobtainable'),
    lostHundred: new Set(lostHundred),
  };
}

/** A goal, and the number that it goes by: when it was made, in milliseconds since 1970. */
export interface KeptGoal extends Goal, Pick<StoredItem, 'version' | 'device'> {
  id: number;
  /** How it ended; null while it goes on, or where nobody knows. */
  end: GoalEnd | null;
}

/**
 * The one that ends first is first.
 * @param stored goals, and how they ended
 */
export function goalsIn(stored: readonly StoredItem[]): KeptGoal[] {
  const items = knownItems(stored);
  const ends = new Map(
    items.flatMap((item) => (item.kind === 'goal-end' ? [[item.trophyId, item.value]] : [])),
  );
  return items
    .flatMap(({ kind, value, trophyId: id, version, device }): KeptGoal[] => {
      if (kind !== 'goal') return [];
      const end = ends.get(id) ?? null;
      return [{ ...value, id, version, device, end: end?.of === version ? end : null }];
    })
    .sort((one, other) => one.by - other.by || one.id - other.id);
}
