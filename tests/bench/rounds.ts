/** Something that is done once a round: how long it took, in milliseconds. */
export type Variant = () => Promise<number>;

/**
 * Lets variants run in turn, in another order each round, so that none has the better places. The first rounds warm up
 * and are dropped.
 * @param random a number from 0 to 1, as `Math.random`
 */
export async function inRounds<Name extends string>(
  variants: Record<Name, Variant>,
  {
    rounds,
    dropped = 2,
    random = Math.random,
  }: { rounds: number; dropped?: number; random?: () => number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(variants) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < dropped + rounds; round++) {
    for (const name of shuffled(names, random)) {
      const time = await variants[name]();
      if (round >= dropped) times[name].push(time);
    }
  }
  return times;
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(random() * left.length), 1));
  return order;
}
