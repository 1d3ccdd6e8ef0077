import { expect, test } from 'vitest';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import { yearSpan } from '@/utils/domain/numbers/day-spans';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { earnedAt, earningsIn, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';

const HOUR = 3_600;

/** The figures of one game with trophies at these hours of a day. */
function figuresOf(
  said: Partial<LibraryTitle>,
  hours: readonly number[] = [],
  unreadable = 0,
): LibraryFigures {
  const title = aLibraryTitle({ npCommunicationId: setId(1), ...said });
  const trophies = hours.map((hour) => earnedAt(Date.UTC(2026, 4, 3, hour)));
  return new LibraryFigures({
    ...{ titles: () => [title], unreadable: () => unreadable },
    earnings: () => [earningsIn(1, trophies)],
    zone: () => [{ from: -Infinity, offset: 0 }],
    today: () => 20_700,
  });
}

test.each([
  [['PS4'], 6],
  [['PS4', 'PS5'], 6],
  [['PS4', 'PSVITA'], 20 / 3],
  [['PS3', 'PS4'], 20 / 3],
] as const)(
  'sessions on %j are no longer than PlayStation says of all its consoles',
  (platforms, hours) => {
    const played = { playSeconds: 6 * HOUR, isPlaytimePartial: false };
    const figures = figuresOf({ ...played, platforms: [...platforms] }, [10, 13, 15]);
    expect(figures.estimatedSessions(yearSpan(2026)) / HOUR).toBeCloseTo(hours);
  },
);

test('games that cannot be read are of those of which nobody knows how far they are', () => {
  expect(figuresOf({ progress: 100 }).spectrum.unknown).toBe(0);
  expect(figuresOf({ progress: 100 }, [], 3).spectrum.unknown).toBe(3);
});
