import { expect, test } from 'vitest';
import { dayZone } from '@/components/log/day-zone';
import { gameTiles } from '@/components/statistics/statistics-tiles';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { missingGames } from '@/utils/words/log';
import * as words from '@/utils/words/en/statistics.json';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const NOW = Date.UTC(2026, 10, 29);

test('a day that the calendar of a zone left out breaks no streak', () => {
  const noons = ['2011-12-29T22:00Z', '2011-12-30T22:00Z'].map((at) => Date.parse(at));
  const set = aTrophySet({
    trophies: noons.map((earnedAt, trophyId) => aTrophy({ trophyId, earned: true, earnedAt })),
  });
  const figures = new LibraryFigures({
    titles: () => [],
    earnings: () => [earningsOf(set, NOW, true)],
    zone: () => dayZone({ zone: 'Pacific/Apia' }, NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
  });

  // The 29th and the 31st: Apia had no 30 December.
  expect(figures.streaks?.longest?.days).toBe(2);
});

test('how long without a trophy ends a session is the player’s choice', () => {
  const at = Date.UTC(2026, 4, 3, 12);
  const set = aTrophySet({
    trophies: [0, 3].map((hours, trophyId) =>
      aTrophy({ trophyId, earned: true, earnedAt: at + hours * 3_600_000 }),
    ),
  });
  const figures = new LibraryFigures({
    titles: () => [],
    earnings: () => [earningsOf(set, NOW, true)],
    zone: () => dayZone({ zone: 'UTC' }, NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
  });

  expect(figures.longestSessions?.[0]).toMatchObject({ trophies: 2 });
  figures.sessionGap = 1;
  expect(figures.longestSessions?.[0]).toMatchObject({ trophies: 1 });
});

test('where some trophies have no date, a streak that is not known is none, and not zero', () => {
  const set = aTrophySet({
    trophies: [NOW - 10 * 86_400_000, null].map((earnedAt, trophyId) =>
      aTrophy({ trophyId, earned: true, earnedAt }),
    ),
  });
  const earned = { bronze: 2, silver: 0, gold: 0, platinum: 0 };
  const { npCommunicationId } = set;
  const figures = new LibraryFigures({
    titles: () => [aLibraryTitle({ npCommunicationId, earned, defined: earned, progress: 100 })],
    earnings: () => [earningsOf(set, NOW, true)],
    zone: () => dayZone({ zone: 'Europe/Berlin' }, NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
  });
  const tiles = new Map(gameTiles(figures, 'en-US').map((tile) => [tile.id, tile]));

  expect(tiles.get('longest-streak')?.value).toBe('1+');
  expect(tiles.get('current-streak')).toMatchObject({
    value: '–',
    counts: words.currentStreakUnknown,
  });
});

test('only where some numbers are marked as about right is that said', () => {
  expect(missingGames(1, false, 'en-US')).toBe('1 game is not fetched.');
  expect(missingGames(2, true, 'en-US')).toContain('≈');
});
