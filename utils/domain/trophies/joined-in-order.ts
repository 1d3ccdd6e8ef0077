/** The items, and those of another list that they lack, each before what it comes before there. */
export function joinedInOrder<Item>(items: readonly Item[], others: readonly Item[]): Item[] {
  const joined = [...items];
  for (const [at, other] of [...others.entries()].reverse()) {
    if (joined.includes(other)) continue;
    const next = others.at(at + 1);
    const place = at + 1 < others.length ? joined.indexOf(next as Item) : joined.length;
    joined.splice(place, 0, other);
  }
  return joined;
}
