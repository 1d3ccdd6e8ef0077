import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BY_PAGE,
  itemAfter,
  SIDEWAYS,
  TO_THE_ENDS,
  UP_AND_DOWN,
} from '@/components/basics/grid-keys';

const KEYS = [...UP_AND_DOWN, ...SIDEWAYS, ...TO_THE_ENDS, ...BY_PAGE];

/** Eleven items in rows of four, two rows on the screen: 0–3, 4–7, 8–10. */
const GRID = { count: 11, columns: 4, rowsOnScreen: 2, isRightToLeft: false };

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 3, 4],
  ['ArrowRight', 10, null],
  ['ArrowLeft', 4, 3],
  ['ArrowLeft', 0, null],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 7, 10],
  ['ArrowDown', 9, null],
  ['ArrowUp', 5, 1],
  ['ArrowUp', 2, null],
  ['Home', 7, 0],
  ['End', 2, 10],
  ['PageDown', 1, 9],
  ['PageDown', 3, 10],
  ['PageDown', 6, 10],
  ['PageUp', 9, 1],
  ['PageUp', 6, 2],
  ['PageUp', 2, null],
  ['Enter', 2, null],
  ['a', 2, null],
])('%s from %i leads to %s', (key, at, expected) => {
  expect(itemAfter(key, at, GRID)).toBe(expected);
});

test('in a list only up and down lead anywhere', () => {
  const list = { ...GRID, columns: 1 };
  expect(itemAfter('ArrowDown', 4, list)).toBe(5);
  expect(itemAfter('ArrowUp', 4, list)).toBe(3);
  expect(itemAfter('ArrowRight', 4, list)).toBeNull();
  expect(itemAfter('ArrowLeft', 4, list)).toBeNull();
});

test('from right to left the arrows are the other way round', () => {
  const mirrored = { ...GRID, isRightToLeft: true };
  expect(itemAfter('ArrowLeft', 4, mirrored)).toBe(5);
  expect(itemAfter('ArrowRight', 4, mirrored)).toBe(3);
});

const shape = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  columns: fc.integer({ min: 1, max: 9 }),
  rowsOnScreen: fc.nat(5),
  isRightToLeft: fc.boolean(),
});

test('no key leads out of the list, and down leads to every row', () => {
  fc.assert(
    fc.property(shape, fc.nat(59), fc.constantFrom(...KEYS), (around, from, key) => {
      const at = from % around.count;
      const target = itemAfter(key, at, around) ?? at;
      expect(target).toBeGreaterThanOrEqual(0);
      expect(target).toBeLessThan(around.count);
      const down = itemAfter('ArrowDown', at, around);
      const row = (item: number) => Math.floor(item / around.columns);
      if (row(at) < row(around.count - 1)) expect(row(down ?? -1)).toBe(row(at) + 1);
      else expect(down).toBeNull();
    }),
  );
});
