import { expect, test } from 'vitest';
import type { ExportedGame } from '@/utils/exports/library-to-export';
import { gameFacts } from '@/utils/exports/game-facts';
import { aLibraryTitle } from '../../support/library-titles';
import { anEdition, CLOCK } from '../../support/library-to-export';
import { aTrophy, aTrophySet } from '../../support/trophies';

const [IN_2012, IN_2013, IN_2021] = [2012, 2013, 2021].map((year) => Date.UTC(year, 5, 1));
const PS5 = aGame({ played: [anEdition({ firstPlayedAt: IN_2021! })] });

const NOT_BEGUN = aLibraryTitle({
  progress: 0,
  earned: { bronze: 0, silver: 0, gold: 0, platinum: 0 },
});

function aGame(said: Partial<ExportedGame>): ExportedGame {
  return {
    title: aLibraryTitle(),
    played: [],
    set: null,
    isUnread: false,
    annotations: [],
    ...said,
  };
}

const setOf = (...earnedAt: (number | null)[]) =>
  aTrophySet({
    trophies: earnedAt.map((at, trophyId) => aTrophy({ trophyId, earned: true, earnedAt: at })),
  });

const startOf = (...games: ExportedGame[]) => gameFacts(games, CLOCK).startedAt;

test('a game was begun with the first of its editions', () => {
  expect(startOf(PS5, aGame({ set: setOf(IN_2013!, IN_2012!) }))).toBe(IN_2012);
});

test('nobody knows when, where one may have been begun before, as far as is known', () => {
  expect(startOf(PS5, aGame({ set: setOf(IN_2012!, null) }))).toBeNull();
  expect(startOf(PS5, aGame({ played: [anEdition({ firstPlayedAt: null })] }))).toBeNull();
  expect(startOf(PS5, aGame({ title: NOT_BEGUN, set: aTrophySet() }))).toBe(IN_2021);
  expect(startOf(PS5, aGame({ title: NOT_BEGUN }))).toBe(IN_2021);
});

test.each([
  ['at 100 %', { ...NOT_BEGUN, progress: 100 }],
  ['with one bronze of many', { ...NOT_BEGUN, earned: { ...NOT_BEGUN.earned, bronze: 1 } }],
  ['of which the list does not say how far it is', { ...NOT_BEGUN, progress: null }],
])('nor where one whose trophies are not here is %s', (_, title) => {
  const begun = aGame({ title });
  expect(startOf(PS5, begun)).toBeNull();
  const earned = aGame({ set: setOf(IN_2021!) });
  expect(gameFacts([earned, begun], CLOCK).firstEarnedAt).toBeNull();
  expect(gameFacts([earned, aGame({ title: NOT_BEGUN })], CLOCK).firstEarnedAt).toBe(IN_2021);
});

test('no game was begun after it was finished', () => {
  const tally = { ...aLibraryTitle().tally!, completedAt: IN_2012! };
  const title = aLibraryTitle({ progress: 100, tally });
  expect(startOf({ ...PS5, title, set: setOf(null) })).toBeNull();
});
