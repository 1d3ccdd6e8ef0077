import { expect, test } from 'vitest';
import { gradeOfGame, gradesOfAccount, gradesOfGame } from '@/utils/words/trophies';

const EARNED = { bronze: 10_483, silver: 12, gold: 0, platinum: 1 };
const DEFINED = { bronze: 10_483, silver: 40, gold: 2, platinum: 1 };

test('an account has so many of each grade', () => {
  expect(gradesOfAccount(EARNED, 'en-GB').bronze).toBe('10,483');
  expect(gradesOfAccount({ ...EARNED, bronze: null }, 'en-GB').bronze).toBe('–');
});

test('a game has so many out of how many', () => {
  expect(gradesOfGame(EARNED, DEFINED, 'en-GB')).toMatchObject({
    silver: '12 / 40',
    gold: '0 / 2',
    platinum: '1 / 1',
  });
  expect(gradeOfGame('silver', 12, 40, 'en-GB')).toBe('Silver: 12 of 40');
});
