import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlayDays } from '@/utils/domain/history/play-days';
import { monthsBetween, weeksBetween } from '@/utils/domain/numbers/day-spans';
import {
  gamePlaysIn,
  hoursKnownUntil,
  knownSince,
  listDaysIn,
  mostPlayedIn,
  playedInYear,
  playsWithout,
  type PlayedGameOfSets,
} from '@/utils/domain/numbers/played-hours';
import { playedTimeIn } from '@/utils/domain/numbers/played-time';
import { dayNumber } from '@/tests/support/civil-days.ts';
import { aPlayedGame } from '../../../support/titles.ts';

const HOUR = 3_600;
const DAY = 86_400_000;
const NOV_27 = dayNumber('2026-11-27');

function aGame(npTitleId: string, said: Partial<PlayedGameOfSets> = {}): PlayedGameOfSets {
  return { ...aPlayedGame({ npTitleId }), npCommunicationIds: [], ...said };
}

/** Months as they are stored, of totals by day. */
function monthsOf(
  npTitleId: string,
  totals: readonly [day: number, seconds: number][],
): PlayDays[] {
  const monthOf = ([day]: readonly [number, number]) =>
    new Date(day * DAY).toISOString().slice(0, 7);
  return [...Map.groupBy(totals, monthOf)].map(([month, days]) => ({
    ...{ npTitleId, month },
    days: days.map(([day, seconds]) => [day, seconds, null]),
  }));
}

const listDays = (days: readonly number[]) => [{ month: 'any', days: [...days] }];

test('over the end of a month a game goes on from its last total', () => {
  const dec1 = NOV_27 + 4;
  const playDays = monthsOf('A', [
    [NOV_27, 10 * HOUR],
    [dec1, 13 * HOUR],
  ]).toReversed();
  const [play] = gamePlaysIn(
    {
      ...{ playDays, listDays: listDays([NOV_27, dec1 - 1, dec1]) },
      games: [aGame('A', { lastPlayedAt: (dec1 - 1) * DAY + 1 })],
    },
    dec1,
  );
  expect(play?.spans).toEqual([{ first: dec1 - 1, last: dec1 - 1, seconds: 3 * HOUR }]);
});

test('a year is played for as long as its days tell, and of an earlier one nobody knows', () => {
  const [jan1, dec30] = [dayNumber('2027-01-01'), dayNumber('2026-12-30')];
  const recorded = {
    playDays: monthsOf('A', [
      [NOV_27, 10 * HOUR],
      [dec30, 12 * HOUR],
      [dec30 + 1, 15 * HOUR],
      [jan1, 19 * HOUR],
    ]),
    listDays: listDays([NOV_27, dec30 - 1, dec30, dec30 + 1, jan1]),
    games: [aGame('A', { lastPlayedAt: jan1 * DAY })],
  };
  const today = jan1;
  expect(playedInYear(recorded, 2025, today)).toBeNull();
  expect(playedInYear(recorded, 2026, today)).toEqual({
    seconds: 5 * HOUR,
    ...{ since: NOV_27 + 1, until: null },
    isAtLeast: false,
  });
  expect(playedInYear(recorded, 2027, today)).toEqual({
    seconds: 4 * HOUR,
    ...{ since: null, until: null },
    isAtLeast: false,
  });
});

test('where nobody knows when the list was read, a year is known from its first hours on', () => {
  const recorded = {
    playDays: monthsOf('A', [
      [NOV_27, 10 * HOUR],
      [NOV_27 + 2, 11 * HOUR],
    ]),
    ...{ listDays: [], games: [aGame('A', { lastPlayedAt: (NOV_27 + 1) * DAY + 1 })] },
  };
  const first = gamePlaysIn(recorded, NOV_27 + 3)[0]?.spans[0]?.first;
  expect(first).toBeGreaterThan(dayNumber('2026-01-02'));
  expect(playedInYear(recorded, 2026, NOV_27 + 3)).toEqual({
    ...{ seconds: HOUR, since: first, until: null, isAtLeast: false },
  });
});

test('a game is left out with all of its sets, and hours are known from what has told of them', () => {
  const recorded = {
    playDays: ['A', 'B', 'C'].flatMap((id) =>
      monthsOf(id, [
        [NOV_27, 10 * HOUR],
        [NOV_27 + 2, 11 * HOUR],
      ]),
    ),
    ...{ listDays: listDays([NOV_27]) },
    games: [
      aGame('A', { npCommunicationIds: ['NPWR00001_00'] }),
      aGame('B', { npCommunicationIds: ['NPWR00001_00', 'NPWR00002_00'] }),
      aGame('C'),
    ],
  };
  const plays = gamePlaysIn(recorded, NOV_27 + 3);
  const left = playsWithout(plays, new Set(['NPWR00001_00']));
  expect(left.map(({ npTitleId }) => npTitleId)).toEqual(['B', 'C']);
  expect(playsWithout(plays, new Set())).toBe(plays);

  const { spans } = plays[0]!;
  expect(knownSince([NOV_27], spans)).toBe(NOV_27 + 1);
  expect(knownSince([NOV_27], [])).toBeNull();
  expect(knownSince([NOV_27, NOV_27 + 7], [])).toBe(NOV_27 + 1);
  expect(knownSince([], spans)).toBe(spans[0]?.first);
});

test('a game that is new counts whole, also where it was begun later on the day of the reading before', () => {
  const playDays = monthsOf('A', [[NOV_27 + 1, 2 * HOUR]]);
  const spansOf = (firstPlayedAt: number) =>
    gamePlaysIn(
      {
        ...{ playDays, listDays: listDays([NOV_27, NOV_27 + 1]) },
        games: [aGame('A', { firstPlayedAt, lastPlayedAt: (NOV_27 + 1) * DAY })],
      },
      NOV_27 + 1,
    )[0]?.spans;
  expect(spansOf(NOV_27 * DAY + 20 * HOUR * 1_000)).toEqual([
    { first: NOV_27, last: NOV_27 + 1, seconds: 2 * HOUR },
  ]);
  expect(spansOf(NOV_27 * DAY - 1)).toEqual([]);
});

test('apps are none of the games, but for what has trophies', () => {
  const app = { category: 'ps5_native_media_app' };
  const games = [aGame('A', app), aGame('B', { ...app, npCommunicationIds: ['NPWR00001_00'] })];
  expect(
    gamePlaysIn({ playDays: [], listDays: [], games }, NOV_27).map(({ npTitleId }) => npTitleId),
  ).toEqual(['B']);
});

test('weeks, months and games are what a count day by day makes of the same totals', () => {
  const growth = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(5)), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(growth, { minLength: 1, maxLength: 3 }), (games) => {
      // Read every day, so that each growth is of the day on which it was seen.
      const perDay = new Map<number, number>();
      const perGame = games.map(() => 0);
      const playDays = games.flatMap((grown, game) => {
        let [day, total] = [NOV_27, 50 * HOUR];
        const totals: [number, number][] = [[day, total]];
        for (const [days, hours] of grown) {
          day += days;
          if (hours === 0) continue;
          totals.push([day, (total += hours * HOUR)]);
          perDay.set(day, (perDay.get(day) ?? 0) + hours * HOUR);
          perGame[game]! += hours * HOUR;
        }
        return monthsOf(`G${String(game)}`, totals);
      });
      const end = NOV_27 + 60;
      const days = Array.from({ length: 61 + 40 }, (_, index) => NOV_27 + index);
      const plays = gamePlaysIn(
        {
          ...{ playDays, listDays: listDays(days) },
          games: games.map((_, game) => aGame(`G${String(game)}`, { lastPlayedAt: -1 })),
        },
        end + 40,
      );
      const spans = plays.flatMap((play) => play.spans);
      for (const units of [weeksBetween(NOV_27 + 1, end, 0), monthsBetween(NOV_27 + 1, end)]) {
        for (const { first, last, seconds } of playedTimeIn(
          units,
          spans,
          listDaysIn(listDays(days), end + 40),
        )) {
          const counted = [...perDay].filter(([day]) => day >= first && day <= last);
          expect(seconds).toBeCloseTo(counted.reduce((sum, [, of]) => sum + of, 0));
        }
      }
      const most = mostPlayedIn({ first: NOV_27, last: NOV_27 + 1_000 }, plays, days);
      expect(most.map(({ seconds }) => seconds)).toEqual(
        perGame.filter((seconds) => seconds > 0).sort((one, other) => other - one),
      );
    }),
  );
});

test('a growth that nobody believes makes its year at least so much', () => {
  const recorded = {
    playDays: monthsOf('A', [
      [NOV_27, 10 * HOUR],
      [NOV_27 + 1, 2_000 * HOUR],
      [NOV_27 + 2, 2_003 * HOUR],
    ]),
    ...{ listDays: listDays([NOV_27, NOV_27 + 1, NOV_27 + 2]), games: [aGame('A')] },
  };
  expect(playedInYear(recorded, 2026, NOV_27 + 9)).toMatchObject({
    seconds: 3 * HOUR,
    isAtLeast: true,
  });
});

test('hours are known up to the last day on which the list was read, and who is asked later says so', () => {
  const days = [NOV_27, NOV_27 + 2];
  const of2026 = { first: dayNumber('2026-01-01'), last: dayNumber('2026-12-31') };
  expect(hoursKnownUntil(of2026, days, NOV_27 + 2)).toBeNull();
  expect(hoursKnownUntil(of2026, days, NOV_27 + 3)).toBe(NOV_27 + 2);
  expect(hoursKnownUntil(of2026, days, dayNumber('2027-05-01'))).toBe(NOV_27 + 2);
  expect(hoursKnownUntil(of2026, [...days, dayNumber('2027-01-01')], NOV_27 + 90)).toBeNull();
  expect(hoursKnownUntil(of2026, [], NOV_27)).toBeNull();
});

test('a day that is still to come was left by a clock that was ahead: nothing is known by it', () => {
  const today = NOV_27 + 3;
  const ahead = dayNumber('2027-03-05');
  const recorded = {
    playDays: monthsOf('A', [
      [NOV_27, 10 * HOUR],
      [ahead, 13 * HOUR],
    ]),
    listDays: listDays([NOV_27, NOV_27 + 1, ahead]),
    games: [aGame('A', { lastPlayedAt: (NOV_27 + 1) * DAY })],
  };
  expect(listDaysIn(recorded.listDays, today)).toEqual([NOV_27, NOV_27 + 1]);
  expect(playedInYear(recorded, 2026, today)).toEqual({
    ...{ seconds: 3 * HOUR, since: NOV_27 + 1, until: NOV_27 + 1, isAtLeast: false },
  });
  expect(playedInYear(recorded, 2027, today)).toBeNull();
  // Nobody knows when it was dated so: of the days up to the one that Sony names.
  const [play] = gamePlaysIn(recorded, today);
  expect(play?.spans).toEqual([{ first: NOV_27 + 1, last: NOV_27 + 1, seconds: 3 * HOUR }]);
  const [later] = gamePlaysIn({ ...recorded, games: [aGame('A', { lastPlayedAt: -1 })] }, today);
  expect(later?.spans).toEqual([{ first: NOV_27 + 1, last: today, seconds: 3 * HOUR }]);
});
