import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsToNextLevel } from '@/utils/domain/numbers/next-level';
import { levelAt } from '@/utils/domain/trophies/trophy-level';

const EARNED = { bronze: 6212, silver: 1450, gold: 525, platinum: 55 };
const SAID = { trophyLevel: 437, progress: 40, tier: 5, earned: EARNED };

test('200,430 points are level 437, and 810 short of the next', () => {
  expect(levelAt(200_430)).toMatchObject({ trophyLevel: 437, progress: 40 });
  expect(pointsToNextLevel(SAID)).toBe(810);
});

test('what is not known, or another level than Sony’s, has no next one', () => {
  expect(pointsToNextLevel({ ...SAID, earned: { ...EARNED, gold: null } })).toBe(null);
  expect(pointsToNextLevel({ ...SAID, trophyLevel: null })).toBe(null);
  expect(pointsToNextLevel({ ...SAID, trophyLevel: 436 })).toBe(null);
});

test('who gets just that many is one level on, and with fewer is not', () => {
  fc.assert(
    fc.property(fc.nat(200_000), (bronze) => {
      const earned = { bronze, silver: 0, gold: 0, platinum: 0 };
      const { trophyLevel } = levelAt(15 * bronze);
      const next = pointsToNextLevel({ ...SAID, trophyLevel, earned }) ?? NaN;
      expect(levelAt(15 * bronze + next).trophyLevel).toBe(trophyLevel + 1);
      expect(levelAt(15 * bronze + next - 1).trophyLevel).toBe(trophyLevel);
    }),
  );
});
