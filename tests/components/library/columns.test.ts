import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsIn, inRows, rowHeightIn } from '@/components/library/columns';
import { CARD_SIZES } from '@/utils/domain/library/library-view';

test.each([
  [8, 1],
  [19, 2],
  [20.5, 2],
  [36, 2],
  [57, 4],
  [89, 7],
  // More room, and larger cards.
  [108, 7],
])('%s rem have room for %i games', (width, columns) => {
  expect(columnsIn(width)).toBe(columns);
});

test.each([
  [20, 'list', 5.5],
  [60, 'list', 2.4375],
  [100, 'list', 2.75],
  // Two cards of 9.625 rem, four of 13.3125 rem.
  [20, 'grid', 13.9125],
  [57, 'grid', 15.690625],
] as const)('at %s rem a row of the %s is %s rem high', (width, layout, height) => {
  expect(rowHeightIn(width, layout)).toBeCloseTo(height, 6);
});

test('the larger the cards, the fewer stand in a row', () => {
  expect(CARD_SIZES.map((size) => columnsIn(57, size))).toEqual([5, 4, 3, 3, 2]);
  expect(CARD_SIZES.map((size) => columnsIn(22, size))).toEqual([2, 2, 1, 1, 1]);
  expect(CARD_SIZES.map((size) => columnsIn(101, size))).toEqual([8, 6, 5, 4, 3]);
  expect(rowHeightIn(57, 'grid', 'huge')).toBeGreaterThan(rowHeightIn(57, 'grid'));
});

test('rows hold every item once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (items, columns) => {
      const rows = inRows(items, columns);
      expect(rows.flat()).toEqual(items);
      for (const row of rows.slice(0, -1)) expect(row).toHaveLength(columns);
    }),
  );
});
