import { expect, test } from 'vitest';
import { dayZone } from '@/components/log/day-zone';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { earningsOf } from '@/utils/domain/numbers/earnings';
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
    zone: () => dayZone('Pacific/Apia', NOW).table,
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
    zone: () => dayZone('UTC', NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
  });

  expect(figures.longestSessions?.[0]).toMatchObject({ trophies: 2 });
  figures.sessionGap = 1;
  expect(figures.longestSessions?.[0]).toMatchObject({ trophies: 1 });
});
