import type { z } from 'zod/mini';

/** What is stored, or the fallback where it is not there, or of another shape. */
export function parsedOr<Value>(
  fallback: Value,
  schema: z.ZodMiniType<Value>,
  stored: unknown,
): Value {
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : fallback;
}
