/** The first so many of items in an order, without sorting all of them: thousands change several times a second. */
export function firstInOrder<Item>(
  items: readonly Item[],
  limit: number,
  compare: (one: Item, other: Item) => number,
): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    const last = first.at(-1);
    const isFull = first.length >= limit;
    if (isFull && (last === undefined || compare(item, last) >= 0)) continue;
    const at = first.findIndex((other) => compare(item, other) < 0);
    first.splice(at < 0 ? first.length : at, 0, item);
    if (isFull) first.pop();
  }
  return first;
}
