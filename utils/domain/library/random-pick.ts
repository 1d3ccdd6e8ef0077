/**
 * One of the items, and not the one that was picked before where there is another.
 * @param random from 0 to just below 1
 */
export function randomPick<Item>(
  items: readonly Item[],
  before: Item | undefined,
  random: number,
): Item | undefined {
  const others = items.filter((item) => item !== before);
  const among = others.length === 0 ? items : others;
  return among[Math.floor(random * among.length)];
}
