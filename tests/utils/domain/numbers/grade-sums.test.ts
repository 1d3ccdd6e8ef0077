import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earnedTotals } from '@/utils/domain/numbers/earned-totals';
import { totalsByPlatform, unearnedTotals } from '@/utils/domain/numbers/grade-sums';
import { noTrophies, sumOfGrades } from '@/utils/domain/trophies/grades';
import { aTitle } from '@/tests/support/titles.ts';

const EARNED = { bronze: 7, silver: 3, gold: 2, platinum: 1 };
const DEFINED = { bronze: 10, silver: 4, gold: 2, platinum: 1 };

test('totals are the sum over all games', () => {
  const titles = [aTitle({ earned: EARNED }), aTitle({ earned: { ...EARNED, bronze: 1 } })];
  expect(earnedTotals(titles)).toEqual({
    counts: { bronze: 8, silver: 6, gold: 4, platinum: 2 },
    ...{ games: 2, unknown: 0 },
  });
});

test('a count that is not known makes a sum one of what is known, and is said', () => {
  const titles = [aTitle({ earned: EARNED }), aTitle({ earned: { ...EARNED, gold: null } })];
  expect(earnedTotals(titles)).toEqual({
    counts: { bronze: 14, silver: 6, gold: 2, platinum: 2 },
    ...{ games: 2, unknown: 1 },
  });
});

test('what is missing, of the games with a trophy and of all', () => {
  const started = aTitle({ defined: DEFINED, earned: EARNED });
  const untouched = aTitle({ defined: DEFINED, earned: noTrophies(), progress: 0 });
  expect(unearnedTotals([started, untouched])).toEqual({
    started: { counts: { bronze: 3, silver: 1, gold: 0, platinum: 0 }, games: 1, unknown: 0 },
    all: { counts: { bronze: 13, silver: 5, gold: 2, platinum: 1 }, games: 2, unknown: 0 },
  });
});

test('a game for several platforms counts once, under all of them', () => {
  const on = (...platforms: string[]) => aTitle({ platforms, earned: EARNED });
  const totals = totalsByPlatform([
    ...[on(), on('PSVITA', 'PS4'), on('PS3'), on('PS4')],
    ...[on('PS4', 'PSVITA'), on('PS5'), on('PS9')],
  ]);
  expect(totals.map(({ platforms, games }) => [platforms, games])).toEqual([
    ...[
      ['PS5', 1],
      ['PS4', 1],
      ['PS4,PSVITA', 2],
      ['PS3', 1],
    ],
    ...[
      ['PS9', 1],
      ['', 1],
    ],
  ]);
});

const anyCounts = fc.record({
  ...{ bronze: fc.nat(200), silver: fc.nat(40) },
  ...{ gold: fc.nat(20), platinum: fc.nat(1) },
});
const PLATFORMS = ['PS5', 'PS4', 'PS3', 'PSVITA', 'PSPC'];

test('the platforms add up to the totals', () => {
  const anyTitle = fc.record({ earned: anyCounts, platforms: fc.subarray(PLATFORMS) });
  fc.assert(
    fc.property(fc.array(anyTitle), (titles) => {
      const parts = totalsByPlatform(titles).map(({ counts }) => sumOfGrades(counts));
      const total = sumOfGrades(earnedTotals(titles).counts);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }),
  );
});
