import { expect, test } from 'vitest';
import { earnedFactsOf } from '@/utils/domain/trophies/earned-facts';
import { DAY } from '@/utils/domain/time-units';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

const rates = (rate: number) => [{ day: 1, rate }];
const FIRST = aTrophy({ trophyId: 0, earned: true, earnedAt: 5, rates: rates(300) });
const LAST = aTrophy({ trophyId: 1, earned: true, earnedAt: 5 + 2.5 * DAY, rates: rates(41) });
const MISSING = aTrophy({ trophyId: 2, rates: rates(1) });

test('the first and the last trophy, and the rarest that is earned', () => {
  expect(earnedFactsOf(aTrophySet({ trophies: [LAST, MISSING, FIRST] }), true)).toEqual({
    firstAt: FIRST.earnedAt,
    lastAt: LAST.earnedAt,
    rarest: LAST,
  });
});

test('nothing of what is not earned', () => {
  expect(earnedFactsOf(aTrophySet({ trophies: [MISSING] }), true)).toBeNull();
});

test.each([
  ['one has no date', { earnedAt: null }, { firstAt: null, lastAt: null, rarest: LAST }],
  ['one has no rate', { rates: [] }, { firstAt: 5, rarest: null }],
  ['of one nobody knows', { earned: null }, { firstAt: null, rarest: null }],
])('what it may be is not said where %s', (_, change, facts) => {
  const trophies = [{ ...FIRST, ...change }, LAST, aTrophy({ ...FIRST, trophyId: 3 })];
  expect(earnedFactsOf(aTrophySet({ trophies }), true)).toMatchObject(facts);
});

test('of trophies that are not all, or not as they are now, nothing is said about all', () => {
  expect(earnedFactsOf(aTrophySet({ trophies: [FIRST, LAST] }), false)).toEqual({
    firstAt: null,
    lastAt: null,
    rarest: null,
  });
});
