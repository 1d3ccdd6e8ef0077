import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstInOrder } from '@/utils/domain/library/first-in-order';

test('are those that stand first where all are sorted, and equal ones as they came', () => {
  const anyItems = fc.array(fc.record({ rank: fc.nat({ max: 6 }), name: fc.string() }));
  const byRank = (one: { rank: number }, other: { rank: number }): number => one.rank - other.rank;
  fc.assert(
    fc.property(anyItems, fc.nat({ max: 9 }), (items, limit) => {
      const first = firstInOrder(items, limit, byRank);
      const sorted = [...items].sort(byRank).slice(0, limit);
      expect(first).toEqual(sorted);
      expect(first.every((item, at) => item === sorted[at])).toBe(true);
    }),
  );
});
