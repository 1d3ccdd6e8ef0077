import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NEXT_MOODS,
  type NextGame,
  type NextMood,
  type NextReason,
  NextScoring,
  type OpenTrophy,
} from '@/utils/domain/numbers/next-reasons';
import { NEXT_GAME, OPEN_TROPHY } from '@/tests/support/next-games.ts';

function scoreOf(game: Partial<NextGame>, trophy: Partial<OpenTrophy>, ...moods: NextMood[]) {
  const scoring = new NextScoring(moods);
  const of = [
    { ...NEXT_GAME, ...game },
    { ...OPEN_TROPHY, ...trophy },
  ] as const;
  const score = scoring.scoreOf(...of);
  return score === null ? null : { score, reasons: scoring.reasonsOf(...of) };
}
const counted = (done: number, target: number) => ({ share: done / target });

test('48 of 50, which 41.2 % have, three days ago', () => {
  const found = scoreOf({ daysSince: 3 }, { ...counted(48, 50), rate: 412 });
  expect(found).toEqual({ score: 42, reasons: ['counter', 'common', 'lately'] });
});

test('two left to the platinum, which 8 % have, twelve days ago', () => {
  const found = scoreOf({ leftToPlatinum: 2, daysSince: 12 }, { rate: 80 });
  expect(found).toEqual({ score: 28, reasons: ['platinum', 'common', 'lately'] });
});

test('99 of 100 comes before 9 of 10', () => {
  const score = (done: number, target: number) =>
    scoreOf({ daysSince: 3 }, { ...counted(done, target), rate: 120 })?.score;
  expect([score(99, 100), score(9, 10)]).toEqual([41, 35]);
});

describe('each reason alone', () => {
  test.each<[string, Partial<NextGame>, Partial<OpenTrophy>, NextReason, number]>([
    ['a counter that is full', {}, counted(50, 50), 'counter', 36],
    ['half of a counter', {}, counted(5, 10), 'counter', 9],
    ['one left to the platinum', { leftToPlatinum: 1 }, {}, 'platinum', 30],
    ['five left to it', { leftToPlatinum: 5 }, {}, 'platinum', 6],
    ['one left to 100 %', { leftToHundred: 1 }, {}, 'hundred', 20],
    ['five left to it', { leftToHundred: 5 }, {}, 'hundred', 4],
    ['an add-on since', { isBaseDone: true, hasLostHundred: true }, {}, 'lost-hundred', 22],
    ['a revision since', { isBaseDone: true, isRevised: true }, {}, 'revised', 22],
    ['a year at 80 %', { daysSince: 365, progress: 80 }, {}, 'dormant', 14],
    ['all have it', {}, { rate: 1000 }, 'common', 24],
  ])('%s', (_, game, trophy, reason, score) => {
    expect(scoreOf(game, trophy)).toEqual({ score, reasons: [reason] });
  });
});

describe('no reason at all', () => {
  test.each<[string, Partial<NextGame>, Partial<OpenTrophy>]>([
    ['nothing known', {}, {}],
    ['less than half of a counter', {}, counted(49, 100)],
    ['a counter of which nobody knows how far it is', {}, { share: null }],
    ['six left', { leftToPlatinum: 6, leftToHundred: 6 }, {}],
    ['not to be reached, or not known', { leftToPlatinum: null, leftToHundred: null }, {}],
    [
      'an add-on’s trophy is not on the way to the platinum',
      { leftToPlatinum: 1 },
      { isBase: false },
    ],
    ['an add-on, and the base game is not done', { hasLostHundred: true, isRevised: true }, {}],
    ['a day less than a year', { daysSince: 364, progress: 80 }, {}],
    ['a year at 79 %', { daysSince: 365, progress: 79 }, {}],
    ['a year at nobody knows what', { daysSince: 365, progress: null }, {}],
    ['nobody has it', {}, { rate: 0 }],
    ['only that it was played today', { daysSince: 0 }, {}],
  ])('%s', (_, game, trophy) => {
    expect(scoreOf(game, trophy)).toBe(null);
  });
});

test('that it was played lately is never what is said first', () => {
  const found = scoreOf({ daysSince: 0 }, { rate: 10 });
  expect(found).toEqual({ score: 11, reasons: ['common', 'lately'] });
});

test('an add-on that took the 100 % is not said again as a revision', () => {
  const game = { isBaseDone: true, hasLostHundred: true, isRevised: true };
  expect(scoreOf(game, {})?.reasons).toEqual(['lost-hundred']);
});

test('for a short while what is nearly full or common counts more', () => {
  expect(scoreOf({}, counted(50, 50), 'short')?.score).toBe(54);
  expect(scoreOf({}, { rate: 1000 }, 'short')?.score).toBe(36);
  expect(scoreOf({ leftToHundred: 1 }, {}, 'short')?.score).toBe(20);
});

test('for a platinum what leads to one counts twice', () => {
  expect(scoreOf({ leftToPlatinum: 1 }, {}, 'platinum')?.score).toBe(60);
});

test('for what is rare the rare takes the place of the common', () => {
  expect(scoreOf({}, { rate: 10 }, 'rare')).toEqual({ score: 22, reasons: ['rare'] });
  expect(scoreOf({}, { rate: 1000 }, 'rare')).toBe(null);
});

test('for an old game its long rest counts more, and what was played lately nothing', () => {
  expect(scoreOf({ daysSince: 900, progress: 99 }, {}, 'old-game')?.score).toBe(35);
  expect(scoreOf({ daysSince: 0 }, { rate: 1000 }, 'old-game')).toEqual({
    ...{ score: 24, reasons: ['common'] },
  });
});

test('for a short while and something rare at once the counter counts more, and nothing common', () => {
  expect(scoreOf({}, { ...counted(50, 50), rate: 1000 }, 'short', 'rare')?.score).toBe(54);
  expect(scoreOf({}, { rate: 10 }, 'rare', 'short')).toEqual({ score: 22, reasons: ['rare'] });
});

test('a fuller counter never scores less', () => {
  const anyRate = fc.option(fc.nat(1000));
  const rest = [anyRate, fc.subarray([...NEXT_MOODS])] as const;
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), ...rest, (one, other, rate, moods) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      const score = (done: number) =>
        scoreOf({}, { ...counted(done, 100), rate }, ...moods)?.score ?? 0;
      expect(score(more)).toBeGreaterThanOrEqual(score(less));
    }),
  );
});
