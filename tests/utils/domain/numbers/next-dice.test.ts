import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rolledNext } from '@/utils/domain/numbers/next-dice';

const scored = (...scores: number[]) => scores.map((score, id) => ({ score, id }));

test('what has the higher score comes up more often', () => {
  const ids = [0, 0.2, 0.24, 0.25, 0.5, 0.99].map((random) => rolledNext(scored(1, 3), random)?.id);
  expect(ids).toEqual([0, 0, 0, 1, 1, 1]);
});

test('of nothing nothing comes up', () => {
  expect(rolledNext([], 0.5)).toBe(null);
  expect(rolledNext(scored(0, 0), 0.5)).toBe(null);
});

test('what has no score does not come up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(9)),
      fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      (scores, random) => {
        const found = rolledNext(scored(...scores), random);
        expect(found === null).toBe(scores.every((score) => score === 0));
        if (found !== null) expect(found.score).toBeGreaterThan(0);
      },
    ),
  );
});

test('each comes up as often as its score says', () => {
  const counts = [0, 0, 0];
  for (let at = 0; at < 600; at += 1) {
    const found = rolledNext(scored(10, 20, 30), (at + 0.5) / 600);
    counts[found?.id ?? NaN]! += 1;
  }
  expect(counts).toEqual([100, 200, 300]);
});
