import * as z from 'zod/mini';

/** A number between two others; null, for unknown, where what is stored is none. */
export function numberOrNull(from: number, to: number): z.ZodMiniType<number | null> {
  return z.catch(z.nullable(z.number().check(z.gte(from), z.lte(to))), null);
}

/** Nobody has more of anything. */
const MOST = 1_000_000_000;

/** What we have counted ourselves, so that it is never unknown. */
export const storedOwnCount = z.number().check(z.gte(0), z.lte(MOST));
export const storedCount = numberOrNull(0, MOST);
export const storedPercent = numberOrNull(0, 100);
/** Tenths of a percent. */
export const storedRate = numberOrNull(0, 1_000);
