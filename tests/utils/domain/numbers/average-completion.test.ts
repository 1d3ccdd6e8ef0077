import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageCompletion, type AveragedTitle } from '@/utils/domain/numbers/average-completion';
import { noTrophies } from '@/utils/domain/trophies/grades';

const NONE_KNOWN = { bronze: null, silver: null, gold: null, platinum: null };

/** A game of 100 bronze trophies at so many percent. */
function at(percent: number | null, more: Partial<AveragedTitle> = {}): AveragedTitle {
  return {
    progress: percent,
    earned: percent === null ? NONE_KNOWN : { ...noTrophies(), bronze: percent },
    defined: { ...noTrophies(), bronze: 100 },
    ...more,
  };
}

const SEVEN = [100, 100, 97, 45, 12, 0, 0].map((percent) =>
  at(percent, percent === 12 ? { status: 'retired' } : {}),
);

test('the mean of all games, of those with a trophy, and without the retired one', () => {
  expect(averageCompletion(SEVEN)).toEqual({
    ...{ all: 506, started: 708, withoutGivenUp: 570, byPoints: 506 },
    ...{ games: 7, atZero: 2, unknown: 0, pointsUnknown: 0 },
  });
});

test('a large game weighs more by points', () => {
  const large = { ...at(10), defined: { ...noTrophies(), gold: 100 } };
  const earned = { ...noTrophies(), gold: 10 };
  // 900 and 1,500 of 9,000 and 1,500 points.
  expect(averageCompletion([{ ...large, earned }, at(100)])).toMatchObject({
    all: 550,
    byPoints: 229,
  });
});

test('a platinum has no weight', () => {
  const title = at(50, { defined: { ...noTrophies(), bronze: 100, platinum: 1 } });
  expect(averageCompletion([title]).byPoints).toBe(500);
});

test('a game that has a trophy at 0 % counts as one with a trophy, and is at 0 %', () => {
  const title = at(0, { earned: { ...noTrophies(), bronze: 1 } });
  expect(averageCompletion([title, at(0), at(50)])).toMatchObject({ started: 250, atZero: 2 });
});

test('what is not known is not 0 %, and is said', () => {
  expect(averageCompletion([at(80), at(null)])).toEqual({
    ...{ all: 800, started: 800, withoutGivenUp: 800, byPoints: 800 },
    ...{ games: 1, atZero: 0, unknown: 1, pointsUnknown: 1 },
  });
});

test('of no game, and of none that is known, there is no average', () => {
  const nothing = { all: null, started: null, withoutGivenUp: null, byPoints: null };
  expect(averageCompletion([])).toMatchObject({ ...nothing, games: 0 });
  expect(averageCompletion([at(null)])).toMatchObject({ ...nothing, unknown: 1 });
});

test('a game that is not to be had is left out like a retired one, and such a trophy of what there is', () => {
  const marked = at(80, { notToBeHad: { ...noTrophies(), bronze: 20 } });
  const gone = at(10, { unobtainable: 'game' });
  expect(averageCompletion([marked, gone])).toMatchObject({ all: 450, withoutGivenUp: 1000 });
});

test('an average lies between the least and the most of its games, 99.9 % at most while one is not done', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (percents) => {
      const { all } = averageCompletion(percents.map((percent) => at(percent)));
      expect(all).toBeGreaterThanOrEqual(10 * Math.min(...percents));
      expect(all).toBeLessThanOrEqual(10 * Math.max(...percents));
      expect(all === 1000).toBe(percents.every((percent) => percent === 100));
    }),
  );
});
