import { expect, test } from 'vitest';
import type { ExportedGame } from '@/utils/exports/library-to-export';
import { gameFacts } from '@/utils/exports/game-facts';
import { aLibraryTitle } from '../../support/library-titles';
import { anEdition, CLOCK } from '../../support/library-to-export';
import { aTrophy, aTrophySet } from '../../support/trophies';

const [IN_2012, IN_2013, IN_2021] = [2012, 2013, 2021].map((year) => Date.UTC(year, 5, 1));
const PS5 = aGame({ played: [anEdition({ firstPlayedAt: IN_2021! })] });

function aGame(said: Partial<ExportedGame>): ExportedGame {
  return { title: aLibraryTitle(), played: [], set: null, annotations: [], ...said };
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
  expect(startOf(PS5, aGame({ set: aTrophySet() }))).toBe(IN_2021);
});

test('no game was begun after it was finished', () => {
  const tally = { ...aLibraryTitle().tally!, completedAt: IN_2012! };
  const title = aLibraryTitle({ progress: 100, tally });
  expect(startOf({ ...PS5, title, set: setOf(null) })).toBeNull();
});
