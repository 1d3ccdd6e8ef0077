import { expect, test } from 'vitest';
import { dayZone } from '@/components/log/day-zone';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import { gameTiles } from '@/components/statistics/statistics-tiles';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { civilDay } from '@/utils/format/calendar-names';
import { statisticsWords } from '@/utils/words/statistics';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const NOW = Date.UTC(2026, 10, 29);

/** Days in November 2026 with a trophy, known up to one of them; it is the 29th. Of so many more nothing is fetched. */
function streakTilesOf(days: readonly number[], until: number, missing = 0) {
  const set = aTrophySet({
    trophies: days.map((day, trophyId) =>
      aTrophy({ trophyId, earned: true, earnedAt: Date.UTC(2026, 10, day, 12) }),
    ),
  });
  const earned = { bronze: days.length + missing, silver: 0, gold: 0, platinum: 0 };
  const { npCommunicationId } = set;
  const november = (day: number) => civilDayOf({ year: 2026, month: 11, day });
  const figures = new LibraryFigures({
    titles: () => [aLibraryTitle({ npCommunicationId, earned, defined: earned, progress: 100 })],
    earnings: () => [earningsOf(set, NOW, true)],
    zone: () => dayZone({ zone: 'UTC' }, NOW).table,
    ...{ today: () => november(29), until: () => november(until) },
  });
  const tiles = gameTiles(figures, 'en-US').filter(({ id }) => id.endsWith('streak'));
  return Object.fromEntries(tiles.map(({ id, ...tile }) => [id, tile]));
}

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test.each([
  // All is known; five days are not, of ten in a row; the twenty since may have had as many.
  ...([
    [29, '10'],
    [24, '10'],
    [20, '10'],
    [19, '10+'],
  ] as const),
  // It went on until the last day that is known, or until the one before.
  ...([
    [10, '10+'],
    [11, '10+'],
  ] as const),
] as const)(
  'known up to November %d, ten days in a row are at least so many where they may have become more: %s',
  (until, value) => {
    const { 'longest-streak': longest } = streakTilesOf(TEN, until);
    expect(longest?.value).toBe(value);
    const isSaid = longest?.counts.includes(
      civilDay(civilDayOf({ year: 2026, month: 11, day: until }), 'en-US'),
    );
    expect(isSaid).toBe(value.endsWith('+'));
  },
);

test('a streak leads to the log of its days, and none leads nowhere', () => {
  expect(streakTilesOf(TEN, 29)).toMatchObject({
    'longest-streak': { href: '#/log?day=2026-11-01..2026-11-10' },
  });
  expect(streakTilesOf(TEN, 29)['current-streak']).not.toHaveProperty('href');
  expect(streakTilesOf([27, 28], 29)['current-streak']?.href).toBe(
    '#/log?day=2026-11-27..2026-11-28',
  );
});

test.each([
  ['up to the last day that is known', [22, 23, 24], '3+'],
  ['up to the one before', [22, 23], '2+'],
])(
  'nothing is said of days that nobody has asked for, some games not fetched: %s',
  (_, days, value) => {
    const { 'current-streak': current } = streakTilesOf(days, 24, 1);
    expect(current).toMatchObject({ value, counts: statisticsWords.streakUntilCount });
  },
);
