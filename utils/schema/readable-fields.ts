import type * as z from 'zod/mini';

/** Those of the fields that are there and can be read: each that cannot costs itself only. */
export function readableFields(
  fields: Readonly<Record<string, z.ZodMiniType>>,
  stored: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const known = Object.entries(fields).flatMap(([name, field]) => {
    const parsed = field.safeParse(stored[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(known);
}
