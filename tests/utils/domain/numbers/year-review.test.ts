import { expect, test } from 'vitest';
import { yearSpan, yearsSoFar } from '@/utils/domain/numbers/day-spans';
import { trophyDaysOf } from '@/utils/domain/numbers/trophy-days';
import {
  earnedWithin,
  gamesByPoints,
  type YearFacts,
  yearSections,
} from '@/utils/domain/numbers/year-review';
import { dayNumber } from '@/tests/support/civil-days.ts';

const NOTHING: YearFacts = {
  ...{ dated: 0, rated: 0, monthsWithTrophies: 0, daysWithTrophies: 0, gamesWithTrophies: 0 },
  ...{ platinumsAndHundreds: 0, gamesBegun: 0, hasHours: 0 },
};

test('a year without anything has no section', () => {
  expect(yearSections(NOTHING)).toEqual([]);
});

test.each([
  ['dated', 1, 'totals'],
  ['monthsWithTrophies', 2, 'months'],
  ['rated', 1, 'rarest'],
  ['gamesWithTrophies', 3, 'games'],
  ['daysWithTrophies', 2, 'days'],
  ['platinumsAndHundreds', 1, 'gallery'],
  ['dated', 20, 'hours-of-week'],
  ['gamesBegun', 1, 'begun'],
  ['hasHours', 1, 'played-hours'],
] as const)('with %s %d on the year has the section %s', (fact, least, section) => {
  expect(yearSections({ ...NOTHING, [fact]: least })).toContain(section);
  expect(yearSections({ ...NOTHING, [fact]: least - 1 })).not.toContain(section);
});

test('one trophy makes totals and nothing else', () => {
  const one = { dated: 1, monthsWithTrophies: 1, daysWithTrophies: 1, gamesWithTrophies: 1 };
  expect(yearSections({ ...NOTHING, ...one })).toEqual(['totals']);
});

test('a year, and the same time of the year before', () => {
  const dates = ['2025-01-01', '2025-11-26', '2025-11-27', '2026-01-01', '2026-11-26'];
  const days = trophyDaysOf(dates.map(dayNumber), []);
  const { running, before } = yearsSoFar(dayNumber('2026-11-26'));
  const within = [running, before, yearSpan(2025)].map((span) => earnedWithin(days, span).trophies);
  expect(within).toEqual([2, 2, 3]);
});

const [BRONZE, SILVER, GOLD, PLATINUM, NO_GRADE] = [0, 1, 2, 3, 7];

test('the games of a year by the points that they brought', () => {
  const trophies = [
    ...[
      [4, BRONZE],
      [4, SILVER],
      [9, PLATINUM],
      [5, GOLD],
      [4, NO_GRADE],
    ],
    ...[
      [2, SILVER],
      [2, BRONZE],
      [1, SILVER],
      [1, BRONZE],
    ],
  ];
  const games = gamesByPoints(
    trophies.map(([game]) => game ?? NaN),
    trophies.map(([, grade]) => grade ?? NaN),
  );
  expect(games.map(({ game, points, trophies }) => [game, points, trophies])).toEqual([
    ...[
      [9, 300, 1],
      [5, 90, 1],
      [4, 45, 3],
      [1, 45, 2],
      [2, 45, 2],
    ],
  ]);
});
