import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelAt, summaryWith } from '@/utils/domain/trophies/trophy-level';
import { pointsOf } from '@/utils/domain/trophies/grades';

/** Recorded from Sony. */
const EARNED = { bronze: 6_212, silver: 1_450, gold: 525, platinum: 55 };
const NONE = { bronze: 0, silver: 0, gold: 0, platinum: 0 };

test('the recorded sample comes out as Sony has it', () => {
  expect(pointsOf(EARNED)).toBe(200_430);
  expect(levelAt(200_430)).toStrictEqual({ trophyLevel: 437, progress: 40, tier: 5 });
  expect(levelAt(199_889).trophyLevel).toBe(436);
  expect(levelAt(199_890)).toStrictEqual({ trophyLevel: 437, progress: 0, tier: 5 });
  expect(levelAt(201_239)).toStrictEqual({ trophyLevel: 437, progress: 99, tier: 5 });
  expect(levelAt(201_240).trophyLevel).toBe(438);
});

/** The first points of each level, by the published table of points a level. */
test.each([
  [0, 1, 1],
  [60, 2, 1],
  [98 * 60, 99, 1],
  [5_940, 100, 2],
  [5_940 + 99 * 90, 199, 2],
  [14_940, 200, 3],
  [59_940, 300, 4],
  [149_940, 400, 5],
  [284_940, 500, 6],
  [464_940, 600, 7],
  [689_940, 700, 8],
  [959_940, 800, 9],
  [1_274_940, 900, 9],
  [1_274_940 + 98 * 3_600, 998, 9],
  [1_274_940 + 99 * 3_600, 999, 10],
])('with %i points begins level %i, of tier %i', (points, trophyLevel, tier) => {
  expect(levelAt(points)).toStrictEqual({ trophyLevel, progress: 0, tier });
  if (points > 0) expect(levelAt(points - 1)).toMatchObject({ trophyLevel: trophyLevel - 1 });
});

test('beyond the highest level there is none', () => {
  expect(levelAt(99_999_999)).toStrictEqual({ trophyLevel: 999, progress: 0, tier: 10 });
});

test('whatever the points, more of them never mean less, and percent are below a hundred', () => {
  fc.assert(
    fc.property(fc.nat(1_700_000), fc.nat(5_000), (points, more) => {
      const [one, other] = [levelAt(points), levelAt(points + more)];
      expect(other.trophyLevel).toBeGreaterThanOrEqual(one.trophyLevel);
      expect(other.tier).toBeGreaterThanOrEqual(one.tier);
      if (one.trophyLevel === other.trophyLevel) {
        expect(other.progress).toBeGreaterThanOrEqual(one.progress);
      }
      expect(one.progress).toBeGreaterThanOrEqual(0);
      expect(one.progress).toBeLessThan(100);
    }),
  );
});

test('new trophies move a summary on, by the grade', () => {
  const summary = { earned: EARNED, ...levelAt(pointsOf(EARNED)) };
  // 810 points are missing to the next level.
  const after = summaryWith(summary, { bronze: 10, silver: 1, gold: 4, platinum: 1 });
  expect(after).toStrictEqual({
    trophyLevel: 438,
    progress: 2,
    tier: 5,
    earned: { bronze: 6_222, silver: 1_451, gold: 529, platinum: 56 },
  });
  expect(summaryWith(summary, NONE)).toStrictEqual(summary);
});
