import { describe, expect, test } from 'vitest';
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

describe('of a year all is known', () => {
  const span = yearSpan(2026);

  /** The figures of a game that is here, and of one that is not and was updated last then. */
  function besides(lastUpdatedAt: number, until = 20_700): LibraryFigures {
    const earned = { bronze: 1, silver: 0, gold: 0, platinum: 0 };
    const titles = [1, 2].map((number) =>
      aLibraryTitle({ npCommunicationId: setId(number), earned, lastUpdatedAt }),
    );
    return new LibraryFigures({
      ...{ titles: () => titles, zone: () => [{ from: -Infinity, offset: 0 }] },
      earnings: () => [earningsIn(1, [earnedAt(Date.UTC(2026, 4, 3))])],
      ...{ today: () => 20_700, until: () => until },
    });
  }

  test('where what is missing is of years before it', () => {
    expect(besides(Date.UTC(2025, 11, 30)).isWholeWithin(span)).toBe(true);
    expect(besides(Date.UTC(2025, 11, 30)).isWholeWithin(yearSpan(2025))).toBe(false);
    expect(besides(Date.UTC(2026, 0, 1)).isWholeWithin(span)).toBe(false);
  });

  test('once it was asked for to its end, or as far as it goes', () => {
    const before = Date.UTC(2024, 11, 30);
    // 20,453 is the last day of 2025.
    expect(besides(before, 20_453).isWholeWithin(yearSpan(2025))).toBe(false);
    expect(besides(before, 20_454).isWholeWithin(yearSpan(2025))).toBe(true);
    expect(besides(before, 20_454).isWholeWithin(span)).toBe(true);
  });
});
