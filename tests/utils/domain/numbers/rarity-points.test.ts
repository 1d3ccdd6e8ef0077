import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RARITY_FORMULAS, rarityPoints, rarityWorth } from '@/utils/domain/numbers/rarity-points';
import { GRADES } from '@/utils/domain/trophies/grades';

const SIX = [3, 12, 46, 152, 480, 833].map((rate) => ({ grade: 'bronze' as const, rate }));

test.each([
  [500, 1],
  [100, 9],
  [10, 99],
  [1, 999],
  [0, 999],
  [1000, 0],
])('by players without it: %d tenths of a percent are %d', (rate, points) => {
  expect(rarityWorth('inverse', { grade: 'gold', rate })).toBe(points);
});

test('the points of several are their sum', () => {
  const each = SIX.map((trophy) => rarityWorth('inverse', trophy));
  expect(each).toEqual([332, 82, 20, 5, 1, 0]);
  expect(rarityPoints('inverse', SIX)).toMatchObject({ points: 440, unknown: 0 });
});

test.each([
  ['root', 'bronze', 10, 150],
  ['root', 'platinum', 1000, 300],
  ['linear', 'silver', 230, 53.1],
  ['linear', 'gold', 0, 180],
  ['bands', 'platinum', 49, 180],
  ['bands', 'bronze', 50, 90],
  ['bands', 'gold', 150, 30],
  ['bands', 'silver', 500, 15],
] as const)('by %s a %s at %d tenths of a percent is %d', (formula, grade, rate, points) => {
  expect(rarityWorth(formula, { grade, rate })).toBeCloseTo(points, 10);
});

test('0.0 is as rare as 0.1, not without end', () => {
  expect(rarityWorth('root', { grade: 'bronze', rate: 0 })).toBeCloseTo(474.3, 1);
});

test('a sum is rounded once', () => {
  const silver = { grade: 'silver', rate: 230 } as const;
  // 53.1 five times.
  expect(rarityPoints('linear', Array(5).fill(silver)).points).toBe(266);
});

test('what stands beside the bands adds up to what stands above them', () => {
  // 53.4 of the one and 17.4 of the other: rounded together they would be 71.
  const silver = { grade: 'silver', rate: 220 } as const;
  const bronze = { grade: 'bronze', rate: 840 } as const;
  expect(rarityPoints('linear', [silver, bronze])).toEqual({
    ...{ points: 70, unknown: 0 },
    bands: { 'ultra-rare': 0, 'very-rare': 0, rare: 53, common: 17 },
  });
});

test('what is not known is worth nothing that anybody could say', () => {
  expect(rarityPoints('inverse', [...SIX, { grade: 'gold', rate: null }])).toMatchObject({
    ...{ points: 440, unknown: 1 },
  });
  expect(rarityPoints('root', [{ grade: null, rate: 10 }])).toMatchObject({
    points: 0,
    unknown: 1,
  });
  expect(rarityPoints('inverse', [{ grade: null, rate: 10 }])).toMatchObject({
    points: 99,
    unknown: 0,
  });
});

test('what is rarer is never worth less', () => {
  const anyRate = fc.nat(1000);
  const rest = [fc.constantFrom(...GRADES), fc.constantFrom(...RARITY_FORMULAS)] as const;
  fc.assert(
    fc.property(anyRate, anyRate, ...rest, (one, other, grade, formula) => {
      const worth = (rate: number) => rarityWorth(formula, { grade, rate }) ?? NaN;
      expect(worth(Math.min(one, other))).toBeGreaterThanOrEqual(worth(Math.max(one, other)));
    }),
  );
});
