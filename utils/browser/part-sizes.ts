import * as z from 'zod/mini';
import { storedValue } from './stored-value';

const sizes = z.record(z.string(), z.number());
const stored = storedValue<z.infer<typeof sizes>>('session', 'partSizes', sizes, {});

/** How much of a set is asked for at once, by set, where Sony fails over the whole: a new worker need not find it out. */
export const partSizes = {
  get: async (id: string): Promise<number | undefined> => (await stored.read())[id],

  set: async (id: string, size: number): Promise<void> =>
    stored.write({ ...(await stored.read()), [id]: size }),

  async delete(id: string): Promise<void> {
    const others = Object.entries(await stored.read()).filter(([known]) => known !== id);
    await stored.write(Object.fromEntries(others));
  },
};
