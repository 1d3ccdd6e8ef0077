import * as z from 'zod/mini';

/** What identifies a row is believed as a whole number, or as its digits and nothing else. */
export const rowId = z.union([
  z.number().check(z.int(), z.nonnegative()),
  z.pipe(z.string().check(z.regex(/^(0|[1-9]\d{0,14})$/)), z.transform(Number)),
]);

/** Sony's groups are `default`, `001`, `002`: a number is one of them. */
export const groupId = z.union([
  z.string().check(z.minLength(1)),
  z.pipe(
    z.number().check(z.int(), z.nonnegative()),
    z.transform((id) => String(id).padStart(3, '0')),
  ),
]);
