import { expect, test } from 'vitest';
import { baseProgressOf } from '@/utils/domain/library/base-progress';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { definitionsKey, earnedKey } from '@/utils/domain/sync/answer-keys';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { tallyOf, type TrophySet } from '@/utils/domain/trophies/trophy-set';
import { aLibraryTitle } from '../../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

const DEFINED = { bronze: 10, silver: 0, gold: 0, platinum: 1 };
const EARNED = { earned: true, earnedAt: 1_000 };

/** A game with an add-on, of which only what matters to the test is said. */
function aGame(said: Partial<LibraryTitle>): LibraryTitle {
  return aLibraryTitle({ groupCount: 2, defined: DEFINED, progress: 40, ...said });
}

/** A base game without a platinum, all of it earned, and an add-on: fetched when it was so. */
function aDoneBase(set: TrophySet): LibraryTitle {
  const defined = { ...noTrophies(), bronze: set.trophies.length };
  const title = aGame({ defined, earned: { ...noTrophies(), bronze: 1 } });
  const fetched = { definitions: definitionsKey(title), earned: earnedKey(title) };
  return {
    ...title,
    fetched: { ...title.fetched, ...fetched },
    tally: tallyOf(set, set.trophies.length, true),
  };
}

test('of its trophies, where they are here as they are now', () => {
  const trophies = [
    aTrophy({ trophyId: 0, ...EARNED }),
    aTrophy({ trophyId: 1 }),
    aTrophy({ trophyId: 2, groupId: '001' }),
  ];
  const title = aGame({ earned: { ...noTrophies(), bronze: 1 } });
  expect(baseProgressOf(title, aTrophySet({ trophies }))).toBe(50);
  const unsaid = aTrophy({ trophyId: 3, groupId: null });
  expect(baseProgressOf(title, aTrophySet({ trophies: [...trophies, unsaid] }))).toBeNull();
});

test('an earned platinum tells it, whatever of its trophies is here', () => {
  const title = aGame({ earned: { ...noTrophies(), bronze: 4, platinum: 1 } });
  expect(baseProgressOf(title, null)).toBe(100);
  const unsaid = aTrophySet({ trophies: [aTrophy({ groupId: null })] });
  expect(baseProgressOf(title, unsaid)).toBe(100);
});

test('all and nothing of a game are all and nothing of its base game', () => {
  expect(baseProgressOf(aGame({ earned: DEFINED, progress: 100 }), null)).toBe(100);
  expect(baseProgressOf(aGame({ earned: noTrophies(), progress: 0 }), null)).toBe(0);
});

test('what was done stays done in trophies that are older than the list', () => {
  const set = aTrophySet({
    trophies: [
      aTrophy({ trophyId: 0, ...EARNED }),
      aTrophy({ trophyId: 1, groupId: '001' }),
      aTrophy({ trophyId: 2, groupId: '001' }),
    ],
  });
  const title = aDoneBase(set);
  expect(baseProgressOf({ ...title, earned: { ...title.earned, bronze: 2 } }, null)).toBe(100);
});

test('what nobody knows is not known: neither what is earned nor where it belongs', () => {
  expect(baseProgressOf(aGame({ earned: { ...noTrophies(), bronze: 4 } }), null)).toBeNull();
  expect(baseProgressOf(aGame({ earned: { ...noTrophies(), bronze: null } }), null)).toBeNull();
});
