import { expect, test } from 'vitest';
import { averageCompletion } from '@/utils/domain/numbers/average-completion';
import { completedGames } from '@/utils/domain/numbers/completed-games';
import { isAllInLog } from '@/utils/domain/numbers/log-coverage';
import * as words from '@/utils/words/en/statistics.json';
import {
  averageCounts,
  completedCounts,
  noDateSaid,
  noPercentSaid,
  noRateSaid,
  noSessionSaid,
  nothingLeftSaid,
  platinumWay,
  withoutUnknown,
} from '@/utils/words/statistics';
import { aLibraryTitle } from '../../support/library-titles.ts';

const LOCALE = 'en-US';

test('an average says of how many games nobody knows how far they are', () => {
  const [known, unknown] = [50, null].map((progress) => aLibraryTitle({ progress }));
  const counts = words.completionCountPlain;
  expect(averageCounts(averageCompletion([known!]), LOCALE)).toBe(counts);
  expect(averageCounts(averageCompletion([known!, unknown!]), LOCALE)).toBe(
    words.withoutUnknown({ counts, games: 1 }, LOCALE),
  );
  expect(averageCounts(averageCompletion([unknown!]), LOCALE)).toBe(words.percentUnknown);
  expect(withoutUnknown('All', 0, LOCALE)).toBe('All');
});

test('one game of which nobody knows the base game makes it at least so many', () => {
  const games = { ...completedGames([]), completed: 240, baseDone: 242 };
  expect(completedCounts(games, LOCALE)).toBe(words.completedBase({ games: 242 }, LOCALE));
  const atLeast = words.completedBaseAtLeast({ games: 242 }, LOCALE);
  expect(completedCounts({ ...games, baseUnknown: 1 }, LOCALE)).toBe(atLeast);
  expect(completedCounts({ ...games, baseDone: 240 }, LOCALE)).toBe(words.completedCount);
});

test('of a platinum that came with others it is said what was seen, and no cause', () => {
  const said = platinumWay({ days: null, reason: 'auto-pop' }, LOCALE);
  expect(said).toBe('within a minute with others, days not known');
});

test('of one whose trophies another edition had before it is said that they were taken over from it', () => {
  const saidOf = (...from: string[]) =>
    platinumWay({ days: null, reason: 'taken-over', from }, LOCALE);
  expect(saidOf('PS4')).toBe('taken over from the edition for PS4');
  expect(saidOf('PS3', 'PSVITA')).toContain('PS3 · PS Vita');
  expect(saidOf()).toBe(words.wayTakenOver);
});

test('nothing stands on a day since it is not fetched, has no date, or was not earned', () => {
  const coverage = { dated: 0, undated: 0, total: 0, missing: [], uncounted: [] };
  expect(noDateSaid(coverage)).toBe(words.emptyNoneEarned);
  expect(noDateSaid({ ...coverage, total: 7 })).toBe(words.emptyDated);
  expect(noDateSaid({ ...coverage, total: null })).toBe(words.emptyDated);
  expect(noDateSaid({ ...coverage, undated: 7, total: 7 })).toBe(words.emptyUndated);
});

test('no rate and no session have other causes than no date', () => {
  const coverage = { dated: 6, undated: 1, total: 7, missing: [], uncounted: [] };
  expect(isAllInLog(coverage)).toBe(true);
  expect(noRateSaid(true)).toBe(words.noRarest);
  expect([isAllInLog({ ...coverage, total: 8 }), isAllInLog(null)]).toEqual([false, false]);
  expect(noRateSaid(false)).toBe(words.emptyRarity);
  expect(noSessionSaid(coverage)).toBe(words.sessionsNone);
  expect(noSessionSaid({ ...coverage, dated: 0 })).toBe(words.emptyDated);
});

test('nothing is denied of games of which nobody knows it, or where there is none', () => {
  expect(nothingLeftSaid(5, 0)).toBe(words.nothingUnearned);
  expect(nothingLeftSaid(5, 3)).toBe(words.nothingUnearnedKnown);
  expect(nothingLeftSaid(0, 0)).toBe(words.noGames);
  expect(noPercentSaid(3)).toBe(words.spectrumNone);
  expect(noPercentSaid(0)).toBe(words.noGames);
});
