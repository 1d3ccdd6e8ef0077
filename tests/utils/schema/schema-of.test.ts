import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readInPlace, UNREADABLE_PART } from '@/utils/schema/read-in-place';
import { schemaOf } from '@/utils/schema/schema-of';

interface Row {
  id: string;
  parts: number[];
}

function counted() {
  const made = { times: 0 };
  const schema = schemaOf<Row>()(() => {
    made.times += 1;
    return z.object({ id: z.string(), parts: z._default(z.array(z.number()), []) });
  });
  return { made, schema };
}

test('a schema is made when something is read by it, and once', () => {
  const { made, schema } = counted();
  const around = z.object({ one: schema, other: z.nullable(schema) });
  expect(made.times).toBe(0);

  expect(around.parse({ one: { id: 'a' }, other: null }).one).toEqual({ id: 'a', parts: [] });
  expect(around.safeParse({ one: { id: 1 }, other: null }).success).toBe(false);
  expect(made.times).toBe(1);
});

test('so is one that is read by in place', () => {
  const { made, schema } = counted();
  const read = readInPlace(schema);
  expect(made.times).toBe(0);

  const row = { id: 'a' };
  expect(read(row)).toBe(row);
  expect(row).toEqual({ id: 'a', parts: [] });
  expect(read({ id: 1 })).toBe(UNREADABLE_PART);
  expect(made.times).toBe(1);
});
