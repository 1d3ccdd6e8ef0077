import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ROW_SCHEMAS } from '@/utils/database/row-schemas';
import { readInPlace, UNREADABLE_PART } from '@/utils/schema/read-in-place';
import { aLibraryTitle } from '../../support/library-titles';

const schema = z.object({
  id: z.string(),
  word: z.enum(['one', 'other']),
  bit: z.literal([0, 1]),
  pair: z.tuple([z.number(), z.nullable(z.string())]),
  upToThree: z.tuple([
    z.number(),
    z.exactOptional(z.nullable(z.string())),
    z.exactOptional(z.boolean()),
  ]),
  list: z.array(z.object({ of: z.boolean() })),
  cause: z.catch(z.enum(['known']), 'known'),
  either: z.union([z.string(), z.null()]),
  positive: z.number().check(z.gte(0)),
  between: z.catch(z.nullable(z.number().check(z.gte(0), z.lte(1))), null),
  above: z.number().check(z.gt(0)),
  whole: z.number().check(z.int()),
  later: z._default(z.object({ deep: z.number() }), { deep: 7 }),
  maybe: z.exactOptional(z.number()),
  whatever: z.unknown(),
});

const ROW = {
  id: 'a',
  word: 'one',
  bit: 1,
  pair: [1, null],
  upToThree: [1, 'a', true],
  list: [{ of: true }, { of: false }],
  cause: 'known',
  either: null,
  positive: 3,
  between: 1,
  above: 1,
  whole: 1,
  later: { deep: 1 },
  maybe: 4,
  whatever: { is: ['there'] },
};

const ODD = [
  null,
  '',
  'odd',
  0,
  2,
  -1,
  0.5,
  NaN,
  Infinity,
  true,
  [],
  {},
  [1],
  { of: 1 },
  [1, 'a'],
  [1, null, true],
  [1, 2],
];

/** Without what parsing would leave out, which stays. */
const NAMED = ODD.filter(
  (value) => typeof value !== 'object' || value === null || !('of' in value),
);

/** The row with each of its parts, one at a time, in each odd way, and without it. */
function oddRows(row: Record<string, unknown>, odd = ODD): Record<string, unknown>[] {
  return Object.keys(row).flatMap((name) => [
    Object.fromEntries(Object.entries(row).filter(([each]) => each !== name)),
    ...odd.map((value) => ({ ...row, [name]: value })),
  ]);
}

test('says of every value what parsing says of it', () => {
  const read = readInPlace(schema);
  for (const row of [ROW, ...oddRows(ROW)]) {
    const parsed = schema.safeParse(structuredClone(row));
    const found = read(structuredClone(row));
    expect(found, JSON.stringify(row)).toStrictEqual(
      parsed.success ? parsed.data : UNREADABLE_PART,
    );
  }
});

test('nothing at all, and a list in place of a row, cannot be read', () => {
  for (const value of ODD) expect(readInPlace(schema)(value)).toBe(UNREADABLE_PART);
});

test('does not copy, and what the schema does not name stays', () => {
  const row = { ...structuredClone(ROW), ofALaterBuild: 1 };

  expect(readInPlace(schema)(row)).toBe(row);
  expect(row).toHaveProperty('ofALaterBuild', 1);
});

test('a default is put in, each row its own', () => {
  const read = readInPlace(schema) as (value: unknown) => { later: { deep: number } };
  const without = { ...ROW, later: undefined };
  const [one, other] = [read({ ...without }), read({ ...without })];
  one.later.deep = 8;

  expect(other.later).toStrictEqual({ deep: 7 });
});

describe('a stored title', () => {
  const read = readInPlace(ROW_SCHEMAS.titles);

  test('is read as it was stored', () => {
    expect(read(structuredClone(aLibraryTitle()))).toStrictEqual(aLibraryTitle());
  });

  test('in an odd way, is read or not as parsing says', () => {
    for (const row of oddRows({ ...aLibraryTitle() }, NAMED)) {
      const parsed = ROW_SCHEMAS.titles.safeParse(structuredClone(row));
      const found = read(structuredClone(row));
      expect(found, JSON.stringify(row)).toStrictEqual(
        parsed.success ? parsed.data : UNREADABLE_PART,
      );
    }
  });
});
