import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomPick } from '@/utils/domain/library/random-pick';

const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('picks one of them, and another one than before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(8), anyRandom, (count, before, random) => {
      const items = Array.from({ length: count }, (_, at) => at);
      const picked = randomPick(items, before, random);
      expect(items).toContain(picked);
      expect(picked).not.toBe(before);
    }),
  );
});

test('each of them can be picked', () => {
  const picked = [0, 0.24, 0.25, 0.5, 0.99].map((random) => randomPick([1, 2, 3, 4], 9, random));
  expect(picked).toEqual([1, 1, 2, 3, 4]);
});

test('the only one is picked again, and none where there is none', () => {
  expect(randomPick(['one'], 'one', 0.5)).toBe('one');
  expect(randomPick([], 'one', 0.5)).toBeUndefined();
});
