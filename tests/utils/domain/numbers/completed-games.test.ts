import { expect, test } from 'vitest';
import { completedGames } from '@/utils/domain/numbers/completed-games';
import { aLibraryTitle } from '@/tests/support/library-titles.ts';

const DEFINED = { bronze: 10, silver: 4, gold: 2, platinum: 1 };
const DONE = aLibraryTitle({ progress: 100, defined: DEFINED, earned: DEFINED });
const STARTED = aLibraryTitle();

test('a game is done by the percent that Sony says', () => {
  expect(completedGames([DONE, STARTED])).toEqual({
    ...{ completed: 1, baseDone: 1, platinumPending: 0 },
    ...{ games: 2, unknown: 0, baseUnknown: 0 },
  });
});

test('a game with its platinum is done but for an add-on', () => {
  const base = aLibraryTitle({ progress: 71, groupCount: 2, defined: { ...DEFINED, bronze: 30 } });
  expect(completedGames([{ ...base, earned: DEFINED }])).toMatchObject({
    completed: 0,
    baseDone: 1,
  });
});

test('at 100 % a platinum that is missing is on its way', () => {
  const pending = { ...DONE, earned: { ...DEFINED, platinum: 0 } };
  const without = { ...pending, defined: { ...DEFINED, platinum: 0 } };
  const unknown = { ...pending, earned: { ...DEFINED, platinum: null } };
  expect(completedGames([pending, without, unknown])).toMatchObject({
    completed: 3,
    platinumPending: 1,
  });
});

test('what Sony did not say is neither done nor not', () => {
  const none = { bronze: null, silver: null, gold: null, platinum: null };
  expect(completedGames([{ ...STARTED, progress: null, earned: none }])).toEqual({
    ...{ completed: 0, baseDone: 0, platinumPending: 0 },
    ...{ games: 1, unknown: 1, baseUnknown: 1 },
  });
});
