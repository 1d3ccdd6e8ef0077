import { describe, expect, test } from 'vitest';
import { dayZone } from '@/components/log/day-zone';
import { gameTiles } from '@/components/statistics/statistics-tiles';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { yearSpan } from '@/utils/domain/numbers/day-spans';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import type { LibraryTitle } from '@/utils/domain/library/title';
import type { NotToBeHad } from '@/utils/domain/numbers/not-to-be-had';
import type { SessionGap } from '@/utils/domain/numbers/play-sessions';
import type { LeftOut } from '@/utils/domain/numbers/titles-to-count';
import { civilDay } from '@/utils/format/calendar-names';
import { missingGames } from '@/utils/words/log';
import * as words from '@/utils/words/en/statistics.json';
import { earnedAt, earningsIn, setId } from '../../support/earned-trophies.ts';
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
  const longest = (gap?: SessionGap) =>
    new LibraryFigures({
      titles: () => [],
      earnings: () => [earningsOf(set, NOW, true)],
      zone: () => dayZone({ zone: 'UTC' }, NOW).table,
      today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
      ...(gap && { sessionGap: () => gap }),
    }).longestSessions?.[0];

  expect(longest()).toMatchObject({ trophies: 2 });
  expect(longest(1)).toMatchObject({ trophies: 1 });
});

test.each([
  [2.5, false, 2.5],
  [2.5, true, 3],
  [9, false, 3],
  [null, false, 3],
])(
  'played %d hours by PlayStation, without an edition: %s; a session is estimated as %d',
  (said, isPlaytimePartial, hours) => {
    const at = Date.UTC(2026, 4, 3, 12);
    // Two hours between two trophies; the year before has another session.
    const set = aTrophySet({
      trophies: [at, at + 2 * 3_600_000, Date.UTC(2025, 4, 3)].map((earnedAt, trophyId) =>
        aTrophy({ trophyId, earned: true, earnedAt }),
      ),
    });
    const playSeconds = said === null ? null : said * 3_600;
    const title = { npCommunicationId: set.npCommunicationId, playSeconds, isPlaytimePartial };
    const figures = new LibraryFigures({
      titles: () => [aLibraryTitle(title)],
      earnings: () => [earningsOf(set, NOW, true)],
      zone: () => dayZone({ zone: 'UTC' }, NOW).table,
      today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
    });
    expect(figures.estimatedSessions(yearSpan(2026))).toBe(hours * 3_600);
    expect(figures.estimatedSessions(yearSpan(2025))).toBe(0);
  },
);

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

  const day = civilDay(civilDayOf({ year: 2026, month: 11, day: 19 }), 'en-US');
  const counts = words.longestStreakDay({ day });
  expect(tiles.get('longest-streak')).toMatchObject({
    ...{ value: '1+', counts: words.streakAtLeast({ counts }) },
    href: '#/log?day=2026-11-19',
  });
  expect(tiles.get('current-streak')).toMatchObject({
    value: '–',
    counts: words.currentStreakUnknown,
  });
});

test.each([[{ status: 'retired' }], [{ unobtainable: 'game' }]] as const)(
  'a game that the player has given up is retired on the time axis: %o',
  (said) => {
    const figures = new LibraryFigures({
      titles: () => [aLibraryTitle({ npCommunicationId: setId(1), progress: 50, ...said })],
      earnings: () => [earningsIn(1, [earnedAt(NOW - 10 * 86_400_000)])],
      zone: () => dayZone({ zone: 'UTC' }, NOW).table,
      today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
    });
    expect(figures.spans?.[0]?.standing).toBe('retired');
  },
);

test('what is left to earn is at least so much where nobody says how much a game has', () => {
  const earned = { bronze: 2, silver: 0, gold: 0, platinum: 0 };
  const games = [
    { n: 1, defined: { ...earned, bronze: 12 } },
    { n: 2, defined: { ...earned, bronze: null } },
  ];
  const figures = new LibraryFigures({
    titles: () =>
      games.map(({ n, defined }) =>
        aLibraryTitle({ npCommunicationId: setId(n), earned, defined, progress: 10 }),
      ),
    earnings: () => null,
    zone: () => dayZone({ zone: 'UTC' }, NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
  });
  const left = gameTiles(figures, 'en-US').find(({ id }) => id === 'unearned');
  expect(left?.value).toBe('10+');
  expect(left?.counts).toContain('so there may be more');
});

describe('what is left out', () => {
  const counts = { bronze: 10, silver: 0, gold: 0, platinum: 0 };
  const games = [
    { n: 1, name: 'Lantern', progress: 80, earned: 8 },
    { n: 2, name: 'Lantern (PS4)', progress: 20, earned: 2 },
    { n: 3, name: 'Orchard', progress: 50, earned: 5, hidden: true },
  ];
  const titles = games.map(({ n, earned, ...said }) =>
    aLibraryTitle({
      ...{ npCommunicationId: setId(n), earned: { ...counts, bronze: earned }, defined: counts },
      ...said,
    }),
  );
  const figuresWith = (
    out: Partial<LeftOut>,
    notToBeHad: NotToBeHad | null = new Map(),
    of: readonly LibraryTitle[] = titles,
  ) =>
    new LibraryFigures({
      titles: () => of,
      earnings: () => games.map(({ n }) => earningsIn(n, [earnedAt(NOW - n * 86_400_000)])),
      zone: () => dayZone({ zone: 'UTC' }, NOW).table,
      today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
      leftOut: () => ({ hidden: false, otherEditions: false, ...out }),
      notToBeHad: () => notToBeHad,
    });

  test('hidden games are in nothing but the sums that PlayStation counts, too', () => {
    const [all, some] = [figuresWith({}), figuresWith({ hidden: true })];
    expect([all.average.all, some.average.all]).toEqual([500, 500]);
    expect([all.counted.length, some.counted.length]).toEqual([3, 2]);
    expect([all.log?.count, some.log?.count]).toEqual([3, 2]);
    expect([all.coverage?.total, some.coverage?.total]).toEqual([15, 10]);
    expect(some.totals).toEqual(all.totals);
    expect(some.hasHidden).toBe(true);
  });

  test.each([
    [true, 1],
    [false, 2],
  ])('a platinum of a hidden game is missing where that is not left out alone: %s', (out, n) => {
    const platinum = { bronze: 0, silver: 0, gold: 0, platinum: 1 };
    const both = [true, false].map((hidden, at) =>
      aLibraryTitle({
        ...{ npCommunicationId: setId(at), hidden, earned: platinum, defined: platinum },
      }),
    );
    const figures = new LibraryFigures({
      titles: () => both,
      earnings: () => [],
      zone: () => dayZone({ zone: 'UTC' }, NOW).table,
      today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
      leftOut: () => ({ hidden: out, otherEditions: false }),
    });
    expect(figures.platinumsMissing).toBe(n);
  });

  test('of editions the one that got furthest counts alone', () => {
    const some = figuresWith({ otherEditions: true });
    expect(some.average.all).toBe(650);
    expect(some.log?.count).toBe(3);
  });

  test('what is not to be had is no part of what there is, in the average without it alone', () => {
    const marked = new Map([[setId(1), { ...counts, bronze: 2 }]]);
    const { average } = figuresWith({}, marked);
    expect(average.all).toBe(500);
    expect(average.withoutGivenUp).toBe(567);
  });

  test('the average without it has its place and no value while it is read what is not to be had', () => {
    const retired = titles.map((title, at) => ({ ...title, status: at === 1 ? 'retired' : null }));
    const marked = new Map([[setId(1), { ...counts, bronze: 2 }]]);
    const [tile, known] = [null, marked].map((marks) =>
      gameTiles(figuresWith({}, marks, retired as LibraryTitle[]), 'en-US').find(
        ({ id }) => id === 'completion-without',
      ),
    );
    expect([tile?.value, known?.value]).toEqual([null, '75.0%']);
  });
});

test('only where some numbers are marked as about right is that said', () => {
  expect(missingGames(1, false, 'en-US')).toBe('1 game is not fetched.');
  expect(missingGames(2, true, 'en-US')).toContain('≈');
});
