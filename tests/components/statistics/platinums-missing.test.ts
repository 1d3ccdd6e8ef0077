import { expect, test } from 'vitest';
import { dayZone } from '@/components/log/day-zone';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const NOW = Date.UTC(2026, 10, 29);

test('a platinum that the list does not count yet makes up for none that is not fetched', () => {
  const set = aTrophySet({
    npCommunicationId: setId(0),
    trophies: [aTrophy({ grade: 'platinum', earned: true, earnedAt: NOW - 5 })],
  });
  const titles = [0, 1].map((platinum, at) =>
    aLibraryTitle({
      npCommunicationId: setId(at),
      earned: { bronze: 0, silver: 0, gold: 0, platinum },
    }),
  );
  const figures = new LibraryFigures({
    titles: () => titles,
    earnings: () => [earningsOf(set, NOW, true)],
    zone: () => dayZone({ zone: 'UTC' }, NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
  });

  expect(figures.platinums).toHaveLength(1);
  expect(figures.platinumsMissing).toBe(1);
});
