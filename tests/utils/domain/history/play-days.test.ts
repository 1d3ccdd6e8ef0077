import { describe, expect, test } from 'vitest';
import {
  changedMonths,
  dayOf,
  monthOf,
  totalToRecord,
  withDay,
  withTotal,
  type DatedTotal,
  type PlayDays,
} from '@/utils/domain/history/play-days';

const MIDNIGHT = Date.UTC(2026, 11, 1);
const TODAY = dayOf(MIDNIGHT);

test('a day and its month are those of UTC', () => {
  expect([dayOf(MIDNIGHT - 1), dayOf(MIDNIGHT)]).toStrictEqual([TODAY - 1, TODAY]);
  expect([monthOf(MIDNIGHT - 1), monthOf(MIDNIGHT)]).toStrictEqual(['2026-11', '2026-12']);
});

describe('what is recorded of a game', () => {
  const before = { playSeconds: 3_600, playCount: 4 };

  test.each([
    ['a new game', { playSeconds: 60, playCount: 1 }, undefined, [60, 1]],
    ['more time', { playSeconds: 3_601, playCount: 4 }, before, [3_601, 4]],
    ['another start', { playSeconds: 3_600, playCount: 5 }, before, [3_600, 5]],
    ['less time', { playSeconds: 100, playCount: 4 }, before, [100, 4]],
    ['the same', before, before, null],
    ['a time that is not known', { playSeconds: null, playCount: 5 }, before, null],
    ['a time known again', before, { playSeconds: null, playCount: 4 }, [3_600, 4]],
    ['no count', { playSeconds: 7, playCount: null }, before, [7, null]],
  ])('of %s', (_, game, known, total) => {
    expect(totalToRecord(game, known)).toStrictEqual(total);
  });
});

const played = (day: number): number => (day + 0.9) * 86_400_000;

/** A game's totals with one that is read on a day. */
function read(
  totals: DatedTotal[],
  [today, playSeconds, last]: [today: number, playSeconds: number, lastPlayed: number],
  [listDay, first]: [listDay?: number | undefined, firstPlayed?: number] = [],
): DatedTotal[] {
  const said = {
    total: [playSeconds, 3] as [number, number],
    firstPlayedAt: first === undefined ? null : played(first),
    lastPlayedAt: played(last),
    secondsBefore: totals.at(-1)?.[1],
  };
  return withTotal(totals, said, { today, read: listDay });
}

describe('a total is of', () => {
  const base: DatedTotal = [2, 50, 1];
  const days: DatedTotal[] = [base, [3, 100, 1], [4, 200, 2]];

  const later: DatedTotal = [14, 300, 3];

  test.each<[string, Parameters<typeof read>, DatedTotal[]]>([
    [
      'the day on which it was played last, up to that of the reading',
      [days, [14, 300, 12], [9]],
      [...days, [12, 300, 3], later],
    ],
    ['that day, told days later too', [days, [14, 300, 12], [13]], [...days, [12, 300, 3], later]],
    [
      'the same day as the last',
      [days, [14, 300, 4], [4]],
      [...days.slice(0, -1), [4, 300, 3], later],
    ],
    [
      'that day alone, after the list was read on it',
      [days, [14, 300, 12], [12]],
      [...days, [11, 200, 2], [12, 300, 3], later],
    ],
    [
      'the day of the reading, where Sony says a later one',
      [days, [14, 300, 15]],
      [...days, later],
    ],
    [
      'the day of the reading, where Sony says an earlier one',
      [days, [14, 300, 3]],
      [...days, later],
    ],
    ['the day of the reading, where Sony says none', [days, [14, 300, -9]], [...days, later]],
    [
      'the day of the reading, where Sony takes some back',
      [days, [14, 150, 4], [3]],
      [...days, [14, 150, 3]],
    ],
    [
      'the last day, where the clock was put back: Sony says a later one',
      [days, [3, 300, 4]],
      [...days.slice(0, -1), [4, 300, 3]],
    ],
    ['a day that has come, where the clock was ahead', [days, [3, 300, 3]], [base, [3, 300, 3]]],
    [
      'a day that has come, also where nothing else is known of it',
      [days, [1, 300, 1]],
      [
        [1, 50, 1],
        [1, 300, 3],
      ],
    ],
    ['the day of the reading, where it is the first', [[], [14, 50, 12]], [[14, 50, 3]]],
    [
      'the day of the reading, of a game that was begun before',
      [[], [14, 50, 12], [9, 8]],
      [[14, 50, 3]],
    ],
    [
      'the day on which a new game was played last',
      [[], [14, 50, 12], [9, 9]],
      [
        [12, 50, 3],
        [14, 50, 3],
      ],
    ],
    [
      'the day of which a new game has all of it',
      [[], [14, 50, 12], [12, 12]],
      [
        [11, 0, null],
        [12, 50, 3],
        [14, 50, 3],
      ],
    ],
  ])('%s', (_, args, expected) => {
    expect(read(...args)).toStrictEqual(expected);
  });

  test('a day that has another already, of which not all was of that day', () => {
    const tail: DatedTotal[] = [
      [4, 300, 3],
      [5, 300, 3],
    ];
    // Nothing is known before it.
    expect(read([[4, 200, 2]], [5, 300, 4])).toStrictEqual([[4, 200, 2], ...tail]);
    // It is what Sony has taken back.
    const fallen: DatedTotal[] = [base, [3, 400, 1], [4, 200, 2]];
    expect(read(fallen, [5, 300, 4])).toStrictEqual([...fallen, ...tail]);
    // It may have been played on the days before.
    const missed: DatedTotal[] = [base, [4, 200, 2]];
    expect(read(missed, [5, 300, 4])).toStrictEqual([...missed, ...tail]);
    // Another start alone brings nothing.
    expect(read(missed, [4, 200, 4])).toStrictEqual([base, [4, 200, 3]]);
  });

  test('a day before the last reading, where a console tells late', () => {
    const seen: DatedTotal[] = [...days, [9, 200, 2]];
    expect(read(seen, [10, 300, 7])).toStrictEqual([...days, [7, 300, 3], [9, 300, 3]]);
  });

  test('the day of the reading, of which it has less than was said before', () => {
    expect(read(days, [4, 150, 4])).toStrictEqual([...days.slice(0, -1), [4, 150, 3]]);
    expect(read(days, [4, 90, 4])).toStrictEqual([...days, [4, 90, 3]]);
  });

  test('no other day, where nobody knows what the game was when the list was read', () => {
    const said = { total: [300, 3] as [number, number], firstPlayedAt: null };
    const unknown = { ...said, lastPlayedAt: played(12), secondsBefore: null };
    expect(withTotal(days, unknown, { today: 14, read: 12 })).toStrictEqual([
      ...days,
      [12, 300, 3],
      later,
    ]);
  });

  test('a month of its own, also where it is told in another', () => {
    const [oct31, nov1] = [Date.UTC(2026, 9, 31) / 86_400_000, Date.UTC(2026, 10, 1) / 86_400_000];
    const months: PlayDays[] = [
      { npTitleId: 'A', month: '2026-10', days: [[oct31 - 9, 100, 1]] },
      { npTitleId: 'A', month: '2026-11', days: [[nov1, 100, 1]] },
    ];
    const late = { firstPlayedAt: null, lastPlayedAt: played(oct31), secondsBefore: 100 };
    const reading = { today: nov1 + 3, read: oct31 - 9 };
    expect(changedMonths(months, { ...late, total: [300, 3] }, reading)).toStrictEqual([
      {
        month: '2026-10',
        days: [
          [oct31 - 9, 100, 1],
          [oct31, 300, 3],
        ],
      },
      { month: '2026-11', days: [[nov1, 300, 3]] },
    ]);
    // What has not changed is not written.
    const [known] = months;
    const next = { ...late, lastPlayedAt: played(nov1), total: [300, 3] as [number, number] };
    expect(changedMonths([known!], next, reading).map(({ month }) => month)).toStrictEqual([
      '2026-11',
    ]);
  });
});

test('a month has a day on which the list was read once, in order', () => {
  expect([10, 9, 10, 11].reduce<number[]>(withDay, [])).toStrictEqual([9, 10, 11]);
});
