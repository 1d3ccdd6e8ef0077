/** Something that is done once a round: how long it took, in milliseconds. */
export type Variant = () => Promise<number>;

export type Times<Name extends string = string> = Record<Name, number[]>;

interface Options<Name extends string> {
  /** So many at least, and so many where nothing says when it is enough. */
  rounds: number;
  dropped?: number;
  /** What comes before each, and is not timed: the wait until what the one before has begun is over. */
  between?: () => Promise<unknown>;
  /** After the least number of rounds: true ends them. */
  isEnough?: (times: Times<Name>) => boolean;
  /** Ends them as well, once the least number is there; and how many there may be at the most. */
  limit?: { seconds: number; rounds: number };
  /** A number from 0 to 1, as `Math.random`. */
  random?: () => number;
}

/**
 * Lets variants run in turn, in another order each round, so that none has the better places. The first rounds warm up
 * and are dropped.
 */
export async function inRounds<Name extends string>(
  variants: Record<Name, Variant>,
  {
    rounds,
    dropped = 2,
    between = () => Promise.resolve(),
    isEnough = () => true,
    limit,
    random = Math.random,
  }: Options<Name>,
): Promise<Times<Name>> {
  const names = Object.keys(variants) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Times<Name>;
  const ends = performance.now() + 1_000 * (limit?.seconds ?? Infinity);
  for (let round = 1 - dropped; ; round++) {
    for (const name of shuffled(names, random)) {
      await between();
      const time = await variants[name]();
      if (round > 0) times[name].push(time);
    }
    if (round < rounds) continue;
    const isOver = round >= (limit?.rounds ?? rounds) || performance.now() >= ends;
    if (isOver || isEnough(times)) return times;
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(random() * left.length), 1));
  return order;
}
