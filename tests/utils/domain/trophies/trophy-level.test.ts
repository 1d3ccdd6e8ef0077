import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
  [1_634_940, 1_000, 10],
  [1_634_940 + 79 * 4_050, 1_079, 10],
])('with %i points begins level %i, of tier %i', (points, trophyLevel, tier) => {
  expect(levelAt(points)).toStrictEqual({ trophyLevel, progress: 0, tier });
  if (points > 0) expect(levelAt(points - 1)).toMatchObject({ trophyLevel: trophyLevel - 1 });
});

test('no number of trophies is too large', () => {
  expect(levelAt(99_999_999).trophyLevel).toBe(1_000 + Math.floor(98_365_059 / 4_050));
  expect(levelAt(1e15).tier).toBe(10);
});

test('whatever the points, more of them never mean less, and percent are below a hundred', () => {
  fc.assert(
    fc.property(fc.nat(2_700_000), fc.nat(5_000), (points, more) => {
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

describe('a level that Sony has said', () => {
  /** A fixture of Home Assistant's has this level and these percent. */
  const said = {
    trophyLevel: 1_079,
    progress: 19,
    tier: 10,
    earned: { bronze: 14_450, silver: 8_722, gold: 11_754, platinum: 1_398 },
  };

  const other = { ...said, trophyLevel: 1_200 };
  const otherTier = { ...said, tier: 9 };

  test('above 999 is what the table makes of its points', () => {
    expect(levelAt(pointsOf(said.earned))).toStrictEqual({
      trophyLevel: 1_079,
      progress: 19,
      tier: 10,
    });
  });

  test.each([said, other, otherTier])(
    'stays where nothing is new ($trophyLevel, $tier)',
    (summary) => {
      expect(summaryWith(summary, NONE)).toStrictEqual(summary);
    },
  );

  test('stays where our table does not make it of its points, whatever is new', () => {
    const newTrophies = { bronze: 900, silver: 0, gold: 0, platinum: 1 };
    const after = summaryWith(other, newTrophies);
    expect(after).toMatchObject({ trophyLevel: 1_200, progress: 19, tier: 10 });
    expect(after.earned).toMatchObject({ bronze: 15_350, platinum: 1_399 });
  });

  test('moves on above 999 too, where the table makes it', () => {
    const after = summaryWith(said, { bronze: 0, silver: 0, gold: 0, platinum: 11 });
    expect(after).toMatchObject({ trophyLevel: 1_080, progress: 0, tier: 10 });
  });
});

test('what Sony has not said stays unknown, and a level that it has said stays as it was', () => {
  const earned = { bronze: 10, silver: 5, gold: null, platinum: 1 };
  const one = { bronze: 1, silver: 1, gold: 1, platinum: 1 };

  expect(summaryWith({ trophyLevel: 7, progress: null, tier: 1, earned }, one)).toStrictEqual({
    ...{ trophyLevel: 7, progress: null, tier: 1 },
    earned: { bronze: 11, silver: 6, gold: null, platinum: 2 },
  });
});
