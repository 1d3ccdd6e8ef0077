import { describe, expect, test } from 'vitest';
import { civilDayAt, type ZoneTable } from '@/utils/domain/numbers/civil-time';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { gameDatesOf } from '@/utils/domain/numbers/game-dates';
import { coverageOf, type CountedTitle } from '@/utils/domain/numbers/log-coverage';
import { civilColumnsOf, logOf } from '@/utils/domain/numbers/trophy-log';
import { trophyDaysOf } from '@/utils/domain/numbers/trophy-days';
import { yearShown } from '@/utils/domain/numbers/year-asked';
import { yearFiguresOf } from '@/utils/domain/numbers/year-figures';
import { pointsOf } from '@/utils/domain/trophies/grades';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { offsetChanges } from '@/utils/format/time-zones';
import { comparedSaid } from '@/utils/words/year';
import { accountLibrary } from '@/tests/support/account-library.ts';
import { dayNumber } from '@/tests/support/civil-days.ts';
import { earnedAt, setId } from '@/tests/support/earned-trophies.ts';
import { aLibraryTitle } from '@/tests/support/statuses.ts';
import { countedYear } from '@/tests/support/counted-year.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const NONE = { bronze: 0, silver: 0, gold: 0, platinum: 0 };

interface Library {
  sets: readonly TrophySet[];
  titles?: readonly (CountedTitle & { progress: number | null })[];
  /** The last day that is known, where that is not today. */
  until?: string;
}

function figuresOf(
  { sets, titles = [], until }: Library,
  year: number,
  zoneName = 'UTC',
  now = NOW,
) {
  const since = Date.UTC(2006, 10, 1) / 1_000;
  const zone: ZoneTable = offsetChanges(zoneName, since, now / 1_000 + 366 * 86_400);
  const log = logOf(sets.map((set) => earningsOf(set, now, true)));
  const civil = civilColumnsOf(log, zone);
  const today = civilDayAt(zone, now / 1_000);
  const library = {
    ...{ log, civil, days: trophyDaysOf(civil.day, log.grade), games: gameDatesOf(log, civil) },
    titles: new Map(titles.map((title) => [title.npCommunicationId, title])),
    coverage: coverageOf(log, titles),
    ...{ leftOut: new Set<number>(), hasHours: false, today },
    until: until === undefined ? today : dayNumber(until),
  };
  return { figures: yearFiguresOf(library, year), log };
}

function setOfInstants(n: number, ...instants: (string | null)[]): TrophySet {
  const trophies = instants.map((instant, trophyId) =>
    earnedAt(instant, { trophyId, grade: 'bronze' }),
  );
  return { npCommunicationId: setId(n), groups: [], trophies };
}

describe.each(['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland', 'Australia/Lord_Howe'])(
  'by the days of %s',
  (zone) => {
    const account = accountLibrary('casual', NOW);
    const years = [...new Set(account.earned.map(({ at }) => new Date(at).getUTCFullYear()))];

    test('every number of each year equals one that other code has counted', () => {
      for (const year of years) {
        const { figures, log } = figuresOf(account, year, zone);
        const counted = countedYear(account, year, { zone, now: NOW });
        const nameOf = ({ game }: { game: number }) => log.sets[game]!.npCommunicationId;

        expect(figures.earned.trophies).toBe(counted.trophies);
        expect(figures.earned.counts).toEqual(counted.grades);
        expect(pointsOf(figures.earned.counts)).toBe(counted.points);
        expect(figures.days.length).toBe(counted.days);
        expect(figures.streak?.days ?? 0).toBe(counted.streak);
        expect(figures.busiest?.trophies ?? 0).toBe(counted.busiest);
        expect(figures.months.map(({ earned }) => earned?.trophies ?? 0)).toEqual(counted.months);
        expect(figures.hours.weekdays).toEqual(counted.weekdays);
        expect(figures.hours.hours).toEqual(counted.hours);
        expect(figures.rarest.map(({ rate }) => rate)).toEqual(counted.rarest);
        expect(figures.games.map(({ points }) => points)).toEqual(counted.gamePoints);
        expect(figures.platinums.map(nameOf).sort()).toEqual(counted.platinums);
        expect(figures.hundreds.map(nameOf).sort()).toEqual(counted.hundreds);
        expect(figures.begun.map(nameOf).sort()).toEqual(counted.begun);
        expect(figures.before?.earned.trophies ?? null).toBe(counted.before);
      }
    });
  },
);

test('a trophy at the turn of a year is of the year that the calendar showed', () => {
  const sets = [setOfInstants(1, '2025-12-31T23:30:00Z')];
  const of = (year: number, zone: string) =>
    figuresOf({ sets }, year, zone).figures.earned.trophies;
  expect([of(2025, 'Europe/Berlin'), of(2026, 'Europe/Berlin')]).toEqual([0, 1]);
  expect([of(2025, 'America/Los_Angeles'), of(2026, 'America/Los_Angeles')]).toEqual([1, 0]);
});

test('the running year is compared with as much of the year before, an earlier one with all of it', () => {
  const sets = [
    setOfInstants(1, '2024-12-30T12:00:00Z', '2025-11-26T12:00:00Z', '2025-11-27T12:00:00Z'),
    setOfInstants(2, '2026-01-05T12:00:00Z'),
  ];
  const { figures } = figuresOf({ sets }, 2026);
  expect(figures.isRunning).toBe(true);
  expect(figures.before?.earned.trophies).toBe(1);
  expect(figures.before?.span.last).toBe(dayNumber('2025-11-26'));
  expect(figuresOf({ sets }, 2025).figures.before?.earned.trophies).toBe(1);
  expect(figuresOf({ sets }, 2024).figures.before).toBeNull();
});

test('a game with a trophy that has no date has no beginning and no end that is known', () => {
  const title = aLibraryTitle({
    ...{ npCommunicationId: setId(1), progress: 100 },
    ...{ earned: { ...NONE, bronze: 2 }, defined: { ...NONE, bronze: 2 } },
  });
  const whole = { sets: [setOfInstants(1, '2026-01-05', '2026-01-06')], titles: [title] };
  const partly = { sets: [setOfInstants(1, null, '2026-01-06')], titles: [title] };
  const [one, other] = [figuresOf(whole, 2026).figures, figuresOf(partly, 2026).figures];
  expect([one.begun.length, one.hundreds.length]).toEqual([1, 1]);
  expect([other.begun.length, other.hundreds.length]).toEqual([0, 0]);
});

test('there may be more only where a game that is not here can have something of the year', () => {
  const missing = (updatedAt: string) =>
    aLibraryTitle({
      ...{ npCommunicationId: setId(9), choice: 'unpicked', lastUpdatedAt: Date.parse(updatedAt) },
      earned: { ...NONE, bronze: 4 },
    });
  const of = (updatedAt: string) =>
    figuresOf({ sets: [setOfInstants(1, '2026-02-01')], titles: [missing(updatedAt)] }, 2026);
  expect(of('2025-11-30').figures).toMatchObject({ isAtLeast: false, lacksGames: false });
  expect(of('2026-03-01').figures).toMatchObject({ isAtLeast: true, lacksGames: true });
  expect(of('2025-11-30').figures.before).toBeNull();
});

test('it is the first year only where nothing can be earlier', () => {
  const sets = [setOfInstants(1, '2026-02-01')];
  const isFirst = (library: Library) => figuresOf(library, 2026).figures.isFirst;
  const before = aLibraryTitle({
    ...{ npCommunicationId: setId(9), lastUpdatedAt: Date.parse('2012-01-01') },
    earned: { ...NONE, bronze: 4 },
  });
  expect(isFirst({ sets })).toBe(true);
  expect(isFirst({ sets, titles: [before] })).toBe(false);
  expect(isFirst({ sets: [...sets, setOfInstants(2, null)] })).toBe(false);
  const { figures } = figuresOf({ sets, titles: [before] }, 2026);
  expect(comparedSaid(figures, 'en-US')).toBeNull();
});

test('a trophy without a date may be of each year up to the last word of its game', () => {
  const title = aLibraryTitle({
    ...{ npCommunicationId: setId(1), lastUpdatedAt: Date.parse('2025-06-01') },
    earned: { ...NONE, bronze: 2 },
  });
  const sets = [setOfInstants(1, null, '2024-05-01'), setOfInstants(2, '2025-03-01', '2026-03-01')];
  const of = (year: number) => figuresOf({ sets, titles: [title] }, year).figures;
  expect([2024, 2025, 2026].map((year) => of(year).isAtLeast)).toEqual([true, true, false]);
  expect([of(2025).lacksGames, of(2026).before?.isSure]).toEqual([false, false]);
});

test('one trophy is the first and the last, and a year without any has nothing', () => {
  const sets = [setOfInstants(1, '2025-06-01T10:00:00Z')];
  const { figures } = figuresOf({ sets }, 2025);
  expect(figures.sections).toEqual(['totals', 'begun']);
  expect([figures.first, figures.last]).toEqual([0, 0]);
  const none = figuresOf({ sets }, 2026).figures;
  expect(none.sections).toEqual([]);
  expect([none.first, none.streak, none.bestMonth, none.busiest]).toEqual([null, null, null, null]);
});

test('an address without a year, or of one that there is nothing of, shows the nearest', () => {
  const years = { first: 2014, last: 2026, now: 2026 };
  expect(yearShown(2020, years)).toEqual({ year: 2020, instead: null });
  expect(yearShown(null, years)).toEqual({ year: 2026, instead: null });
  expect(yearShown(1999, years)).toEqual({ year: 2014, instead: 'earlier' });
  expect(yearShown(2051, years)).toEqual({ year: 2026, instead: 'later' });
});

describe('a year of which the last days are not asked for', () => {
  const sets = [
    setOfInstants(1, '2025-03-02T10:00:00Z', '2025-09-10T10:00:00Z', '2025-10-02T10:00:00Z'),
    setOfInstants(2, '2026-03-02T10:00:00Z', '2026-09-09T10:00:00Z', '2026-09-10T10:00:00Z'),
  ];

  test('is told up to the last that is known, and compared with as much of the year before', () => {
    const { figures } = figuresOf({ sets, until: '2026-09-10' }, 2026);
    expect(figures.months.map(({ earned }) => earned?.trophies ?? null)).toEqual([
      ...[0, 0, 1, 0, 0, 0, 0, 0, 2],
      ...[null, null, null],
    ]);
    const day = dayNumber('2026-09-10');
    expect(figures).toMatchObject({ isRunning: true, isAtLeast: false, end: day, knownUntil: day });
    expect(comparedSaid(figures, 'en-US')).toBe('1 more by Sep 10, 2026 than a year before');
    const whole = figuresOf({ sets }, 2026).figures;
    expect(whole).toMatchObject({ knownUntil: null, end: dayNumber('2026-11-26') });
    expect(comparedSaid(whole, 'en-US')).toBe('As many as in 2025 up to this day');
  });

  test('may have more once it is over, also where it was asked for on its last day', () => {
    const now = Date.UTC(2027, 0, 5, 12);
    const of = (until: string) => figuresOf({ sets, until }, 2026, 'UTC', now).figures;
    expect(of('2026-09-10')).toMatchObject({ isAtLeast: true, isRunning: true, lacksGames: false });
    expect(of('2026-12-31')).toMatchObject({ isAtLeast: true, end: dayNumber('2026-12-31') });
    expect(of('2027-01-01')).toMatchObject({
      ...{ isAtLeast: false, isRunning: false, knownUntil: null },
      end: dayNumber('2026-12-31'),
    });
    expect(of('2026-09-10').months.at(-1)?.earned).toBeNull();
  });

  test('leaves the years before as they are, and tells of a later one no comparison', () => {
    const early = figuresOf({ sets, until: '2026-09-10' }, 2025).figures;
    expect(early).toMatchObject({ isAtLeast: false, isRunning: false, knownUntil: null });
    const later = figuresOf({ sets, until: '2025-12-01' }, 2026).figures;
    expect(comparedSaid(later, 'en-US')).toBeNull();
    expect(later).toMatchObject({ isRunning: true, end: dayNumber('2026-09-10') });
    // Of no day of it anything was asked: that nothing is known of is not none.
    expect(later).toMatchObject({ isAtLeast: true });
  });
});
