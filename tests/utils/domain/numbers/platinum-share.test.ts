import { expect, test } from 'vitest';
import { platinumShare } from '@/utils/domain/numbers/platinum-share';

const counts = (platinum: number | null) => ({ bronze: 5, silver: 1, gold: 0, platinum });
const game = (earned: number | null, defined: number | null) => ({
  earned: counts(earned),
  defined: counts(defined),
});

test('games without a platinum have no part in it', () => {
  expect(platinumShare([game(1, 1), game(0, 1), game(1, 1), game(0, 0)])).toEqual({
    ...{ earned: 2, games: 3, share: 667, unknown: 0 },
  });
});

test('without a game that has one there is no share', () => {
  expect(platinumShare([game(0, 0)])).toEqual({ earned: 0, games: 0, share: null, unknown: 0 });
});

test('a game of which it is not known is said, and in neither part', () => {
  expect(platinumShare([game(1, 1), game(null, 1), game(0, null)])).toEqual({
    ...{ earned: 1, games: 1, share: 1000, unknown: 2 },
  });
});
