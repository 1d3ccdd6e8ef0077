import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween, listMapper, withChange } from '@/utils/domain/library/list-change';

interface Item {
  at: number;
}

const POOL: readonly Item[] = Array.from({ length: 40 }, (_, n) => ({ at: n % 7 }));
/** Lists of some of the same objects, each once, in any order. */
const anyList = fc.uniqueArray(fc.constantFrom(...POOL), { maxLength: 40 });

test('a change is what one list has and another has not', () => {
  fc.assert(
    fc.property(anyList, anyList, (before, now) => {
      const { gone, come } = changeBetween(before, now);
      expect(gone).toEqual(new Set(before.filter((item) => !now.includes(item))));
      expect(come).toEqual(new Set(now.filter((item) => !before.includes(item))));
    }),
  );
});

test('a sorted list after any chain of changes is the new one sorted', () => {
  const order = (one: Item, other: Item): number =>
    one.at - other.at || POOL.indexOf(one) - POOL.indexOf(other);
  fc.assert(
    fc.property(fc.array(anyList), (lists) => {
      let [before, sorted]: Item[][] = [[], []];
      for (const now of lists) {
        sorted = withChange(sorted!, changeBetween(before!, now), order);
        before = now;
        expect(sorted).toEqual([...now].sort(order));
      }
    }),
  );
});

test('a list is mapped as if it were anew, and what it had before not again', () => {
  fc.assert(
    fc.property(fc.array(anyList), (lists) => {
      const worked: Item[] = [];
      const mapped = listMapper((item: Item) => {
        worked.push(item);
        return { of: item };
      });
      let before: Item[] = [];
      for (const now of lists) {
        worked.length = 0;
        expect(mapped(now).map(({ of }) => of)).toStrictEqual(now);
        expect(worked).toStrictEqual(now.filter((item) => !before.includes(item)));
        expect(mapped(now)).toBe(mapped(now));
        before = now;
      }
    }),
  );
});
