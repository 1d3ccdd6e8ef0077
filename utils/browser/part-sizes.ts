import * as z from 'zod/mini';
import { exclusively } from './exclusively';
import { storedValue } from './stored-value';

type Sizes = Record<string, number>;

const sizes = z.record(z.string(), z.number());
const stored = storedValue<Sizes>('session', 'partSizes', sizes, {});

/**
 * How much of a set is asked for at once, by set, where Sony fails over the whole: a new worker need not find it out.
 * Where that cannot be stored it is found out again, which is a request.
 */
export const partSizes = {
  get: async (id: string): Promise<number | undefined> =>
    (await stored.read().catch((): Sizes => ({})))[id],

  set: (id: string, size: number): Promise<void> => change((known) => ({ ...known, [id]: size })),

  delete: (id: string): Promise<void> =>
    change((known) => Object.fromEntries(Object.entries(known).filter(([other]) => other !== id))),
};

/** Sets are asked for two at a time. */
function change(update: (known: Sizes) => Sizes): Promise<void> {
  return exclusively('part-sizes', async () => stored.write(update(await stored.read()))).catch(
    () => undefined,
  );
}
