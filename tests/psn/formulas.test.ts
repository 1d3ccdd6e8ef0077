import { expect, test } from 'vitest';
import { levelOf, noTrophies, pointsOf, progressOf } from './formulas.ts';

test('a recorded summary comes out as it was recorded', () => {
  expect(levelOf(200_430)).toEqual({
    level: 437,
    base: 199_890,
    next: 201_240,
    progress: 40,
    tier: 5,
  });
});

test('a new player is level 1 with 60 points to go', () => {
  expect(levelOf(0)).toEqual({ level: 1, base: 0, next: 60, progress: 0, tier: 1 });
});

test.each([
  [5940, 100, 2],
  [14_940, 200, 3],
  [59_940, 300, 4],
  [149_940, 400, 5],
  [1_627_740, 998, 9],
  [1_631_340, 999, 10],
  [1_634_940 + 79 * 4050 + 800, 1079, 10],
])('%i points are level %i in tier %i', (points, level, tier) => {
  expect(levelOf(points)).toMatchObject({ level, tier });
});

test('progress rounds down and leaves the platinum out', () => {
  const defined = { bronze: 10, silver: 2, gold: 1, platinum: 1 };
  expect(progressOf(defined, { bronze: 5, silver: 1, gold: 0, platinum: 0 })).toBe(35);
  expect(progressOf(defined, { ...defined, platinum: 0 })).toBe(100);
  expect(progressOf(noTrophies(), noTrophies())).toBe(0);
});

test('a platinum is worth 300 points', () => {
  expect(pointsOf({ bronze: 1, silver: 1, gold: 1, platinum: 1 })).toBe(15 + 30 + 90 + 300);
});
