import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  averageRarity,
  bandCounts,
  rarestAmong,
  ratedIn,
} from '@/utils/domain/numbers/rarity-distribution';

const SIX = [3, 12, 46, 152, 480, 833];

test('so many of each band', () => {
  expect(bandCounts(SIX)).toEqual({
    ...{ 'ultra-rare': 3, 'very-rare': 0, rare: 2, common: 1, unknown: 0 },
  });
});

test('a rate that nobody knows is in no band', () => {
  const counts = bandCounts([...SIX, null, null]);
  expect(counts.unknown).toBe(2);
  expect(ratedIn(counts)).toBe(6);
});

test('mean and median of what is known', () => {
  expect(averageRarity(SIX)).toEqual({ mean: 254, median: 99 });
  expect(averageRarity([null, 48, null])).toEqual({ mean: 48, median: 48 });
  // Half of a tenth goes up, and a number is no text.
  expect(averageRarity([100, 9])).toEqual({ mean: 55, median: 55 });
  expect(averageRarity([null])).toBe(null);
  expect(averageRarity([])).toBe(null);
});

const trophy = (rate: number | null, then: number | null, place: number) => ({ rate, then, place });

test('the rarest first, then what was rarer when it was earned, then the latest', () => {
  const ordered = [
    ...[trophy(1, 900, 1), trophy(20, 10, 2), trophy(20, 30, 3), trophy(20, null, 5)],
    ...[trophy(20, null, 4), trophy(833, 1, 0)],
  ];
  const shuffled = [3, 0, 5, 2, 4, 1].map((index) => ordered[index]!);
  expect(rarestAmong(shuffled, 10)).toEqual(ordered);
  expect(rarestAmong(shuffled, 2)).toEqual(ordered.slice(0, 2));
});

test('what has no rate is none of the rarest', () => {
  expect(rarestAmong([trophy(null, 1, 0), trophy(833, null, 1)], 5)).toEqual([
    trophy(833, null, 1),
  ]);
});

test('the bands add up to all, and the mean lies among the rates', () => {
  const anyRate = fc.option(fc.nat(1000));
  fc.assert(
    fc.property(fc.array(anyRate), (rates) => {
      const counts = bandCounts(rates);
      expect(ratedIn(counts) + counts.unknown).toBe(rates.length);
      const known = rates.filter((rate) => rate !== null);
      const average = averageRarity(rates);
      expect(average === null).toBe(known.length === 0);
      if (average === null) return;
      for (const each of [average.mean, average.median]) {
        expect(each).toBeGreaterThanOrEqual(Math.min(...known));
        expect(each).toBeLessThanOrEqual(Math.max(...known));
      }
    }),
  );
});
