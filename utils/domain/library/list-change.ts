/*
 * Lists of thousands that come again and again with a few items changed: an item that is the very same object has not
 * changed, and nothing is worked out anew for it. A sync changes one of 18,516 games several times a second.
 */

/** What is in one list and not in another. */
export interface ListChange<Item> {
  gone: ReadonlySet<Item>;
  come: ReadonlySet<Item>;
}

export function changeBetween<Item>(
  before: readonly Item[],
  now: readonly Item[],
): ListChange<Item> {
  const gone = new Set<Item>();
  const come = new Set<Item>();
  for (let at = 0; at < Math.max(before.length, now.length); at++) {
    if (before[at] === now[at]) continue;
    if (at < before.length) gone.add(before[at] as Item);
    if (at < now.length) come.add(now[at] as Item);
  }
  for (const item of come) if (gone.delete(item)) come.delete(item);
  return { gone, come };
}

/** A sorted list after a change, in the same order: what stays is not sorted again. */
export function withChange<Item>(
  sorted: readonly Item[],
  { gone, come }: ListChange<Item>,
  compare: (one: Item, other: Item) => number,
): Item[] {
  const all = gone.size === 0 ? [...sorted] : sorted.filter((item) => !gone.has(item));
  for (const item of come) all.splice(placeIn(all, item, compare), 0, item);
  return all;
}

/** Before the first that is greater. */
function placeIn<Item>(
  sorted: readonly Item[],
  item: Item,
  compare: (one: Item, other: Item) => number,
): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compare(item, sorted[middle] as Item) < 0) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Works out the same of each item of a list, and for an item of the list before not again. */
export function listMapper<Item, Result>(
  resultOf: (item: Item) => Result,
): (items: readonly Item[]) => readonly Result[] {
  let before: readonly Item[] = [];
  let results: readonly Result[] = [];
  return (items) => {
    if (items === before) return results;
    const moved = new Map<Item, Result>();
    for (const [at, item] of before.entries()) {
      if (item !== items[at]) moved.set(item, results[at] as Result);
    }
    const now = items.map((item, at) => {
      if (at < before.length && item === before[at]) return results[at] as Result;
      return moved.has(item) ? (moved.get(item) as Result) : resultOf(item);
    });
    [before, results] = [items, now];
    return now;
  };
}
