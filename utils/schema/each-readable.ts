import * as z from 'zod/mini';

/** A list without those of its items that cannot be read: each costs itself only. */
export function eachReadable<Item>(schema: z.ZodMiniType<Item>): z.ZodMiniType<Item[]> {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((items): Item[] =>
      items.flatMap((item) => {
        const parsed = schema.safeParse(item);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );
}
