import { expect, test } from 'vitest';
import { NO_SET, WHOLE_SET, type StoredItem } from '@/utils/domain/library/player-item';
import { averageCompletion } from '@/utils/domain/numbers/average-completion';
import { completedGames } from '@/utils/domain/numbers/completed-games';
import { countedFor, goalValues } from '@/utils/domain/numbers/goal-values';
import { gamesWithOpen, whyNothingNext } from '@/utils/domain/numbers/next-games';
import { goalsIn, nextMarksIn } from '@/utils/domain/numbers/next-marks';
import { nextMoodsOf, nextQueryOf, withMood } from '@/utils/domain/numbers/next-moods';
import { packedOpen } from '@/utils/domain/trophies/open-trophies';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { titlesToCount } from '@/utils/domain/numbers/titles-to-count';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { aLibraryTitle, allFetched } from '@/tests/support/library-titles.ts';
import { aTrophy } from '@/tests/support/trophies.ts';

const NOW = Date.UTC(2026, 10, 26);
const TODAY = NOW / 86_400_000;
const item = (said: Partial<StoredItem>): StoredItem => ({
  ...{ kind: 'pin', npCommunicationId: 'A', trophyId: 1, value: true, version: 1, device: '' },
  ...said,
});
const GOAL = { kind: 'platinums', start: 3, startDay: 1, target: 5, by: 20 } as const;

test('of the items those that still say something, trophies by their keys', () => {
  const marks = nextMarksIn(
    [
      item({}),
      item({ trophyId: 2, value: null }),
      item({ kind: 'unobtainable', trophyId: 3 }),
      item({ kind: 'not-this', value: { until: 9 } }),
      item({ kind: 'not-this', trophyId: WHOLE_SET, value: { until: null } }),
      item({ kind: 'not-this', trophyId: 7, value: 'soon' }),
    ],
    ['B'],
  );
  expect([...marks.pinned]).toEqual(['A 1']);
  expect([...marks.unobtainable]).toEqual(['A 3']);
  expect(marks.notThis).toEqual([
    { npCommunicationId: 'A', trophyId: 1, until: 9 },
    { npCommunicationId: 'A', trophyId: null, until: null },
  ]);
  expect([...marks.lostHundred]).toEqual(['B']);
});

test('goals by their days, and none that cannot be counted with', () => {
  const goal = { kind: 'goal', npCommunicationId: NO_SET };
  const goals = goalsIn([
    item({ ...goal, trophyId: 1, value: GOAL }),
    item({ ...goal, trophyId: 2, value: { ...GOAL, by: 10 } }),
    item({ ...goal, trophyId: 3, value: { ...GOAL, kind: 'hats' } }),
    item({ ...goal, trophyId: 4, value: { ...GOAL, target: '5' } }),
    item({ ...goal, trophyId: 5, value: null }),
  ]);
  expect(goals.map(({ id }) => id)).toEqual([2, 1]);
});

test('a game with what of it is open, and what is known of it', () => {
  const set = { trophies: [0, 1, 2].map((trophyId) => aTrophy({ trophyId })) };
  const title = allFetched(
    aLibraryTitle({
      ...{ name: 'Lantern Keepers', lastPlayedAt: NOW - 400 * 86_400_000, open: packedOpen(set) },
      ...{ unobtainable: 'trophy', revisedAt: 5, progress: 80 },
    }),
    NOW,
  );
  const marks = {
    unobtainable: new Set([`${title.npCommunicationId} 1`]),
    lostHundred: new Set(''),
  };
  const around = {
    zone: [{ from: 0, offset: 0 }],
    today: TODAY,
    editionOf: (name: string) => name,
  };
  const [found] = gamesWithOpen([title, aLibraryTitle()], marks, around);
  expect(found?.open.map(({ trophyId }) => trophyId)).toEqual([0, 2]);
  expect(found?.game).toMatchObject({
    ...{ edition: 'Lantern Keepers', daysSince: 400, isBaseDone: true, isRevised: true },
    // One of them is not to be had.
    ...{ leftToHundred: null, hasLostHundred: false },
  });
});

test('why there is nothing: not fetched, all earned, left out, or not begun', () => {
  const title = aLibraryTitle({ progress: 50 });
  const done = aLibraryTitle({ earned: title.defined, progress: 100 });
  const left = aLibraryTitle({ status: 'retired', fetched: NOTHING_FETCHED });
  expect(whyNothingNext([title, done, left])).toBe('not-fetched');
  expect(whyNothingNext([done, left])).toBe('left-out');
  expect(whyNothingNext([left])).toBe('left-out');
  expect(whyNothingNext([])).toBe('none');
});

test('moods stand in the address in one order, and what is none is left out', () => {
  expect(nextMoodsOf('mood=rare,short,sleepy')).toEqual(['short', 'rare']);
  expect(nextQueryOf(withMood(['rare'], 'short'))).toBe('mood=short,rare');
  expect(nextQueryOf(withMood(['rare'], 'rare'))).toBe('');
  expect(nextMoodsOf('')).toEqual([]);
});

test('what the player has of each kind is what the statistics say', () => {
  const titles = [
    aLibraryTitle({ progress: 100, earned: { bronze: 2, silver: 1, gold: 0, platinum: 1 } }),
    aLibraryTitle({ progress: 51, earned: { bronze: 1, silver: 0, gold: 0, platinum: 0 } }),
    aLibraryTitle({ absence: { missedAt: 1, isSure: true } }),
    // Without trophies, so in neither average.
    aLibraryTitle({ progress: 0, earned: noTrophies(), defined: noTrophies() }),
  ];
  expect(goalValues(titles)).toEqual({
    uncertain: new Set(),
    ...{ platinums: 1, trophies: 5, points: 15 * 3 + 30 + 300, hundreds: 1 },
    pointsOfLists: 15 * 3 + 30 + 300,
    ...{ average: averageCompletion(titles.slice(0, 2)).all, percents: 151, games: 2 },
  });
  const counted = titlesToCount(titles, { hidden: false, otherEditions: false });
  expect(goalValues(titles)).toMatchObject({
    hundreds: completedGames(counted).completed,
    average: averageCompletion(counted).all,
    games: averageCompletion(counted).games,
  });
});

test('points are Sony’s own sum, as everywhere', () => {
  const earned = { bronze: 7, silver: 0, gold: 0, platinum: 0 };
  expect(
    goalValues([aLibraryTitle({ earned })], { earned: { ...earned, bronze: 12 } }).points,
  ).toBe(180);
});

test('what was gained of points is the same, whether Sony’s sum is known or not', () => {
  const earned = { bronze: 7, silver: 0, gold: 0, platinum: 0 };
  const titles = [aLibraryTitle({ earned })];
  const summary = { earned: { ...earned, bronze: 12 } };
  for (const values of [goalValues(titles), goalValues(titles, summary)]) {
    expect(countedFor('points', values)).toBe(105);
    expect(countedFor('trophies', values)).toBe(7);
  }
});

test('what is not known of every game is said to be so', () => {
  const earned = { bronze: 7, silver: 0, gold: 0, platinum: null };
  const uncertain = (...of: Parameters<typeof goalValues>) => [...goalValues(...of).uncertain];
  const counted = { earned: { ...earned, platinum: 1 } };
  expect(uncertain([aLibraryTitle({ earned })])).toEqual(['platinums', 'trophies', 'points']);
  expect(uncertain([aLibraryTitle({ earned })], counted)).toEqual(['platinums', 'trophies']);
  expect(uncertain([aLibraryTitle({ progress: null })])).toEqual(['hundreds', 'average']);
  expect(uncertain([], counted, 1)).toEqual(['platinums', 'trophies', 'hundreds', 'average']);
});
