import { describe, expect, test } from 'vitest';
import {
  dayOf,
  dayOfTotal,
  monthOf,
  totalToRecord,
  withDay,
  withTotal,
  type DatedTotal,
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

describe('a total is of', () => {
  const played = (days: number): number => MIDNIGHT + (days + 0.9) * 86_400_000;

  test.each<[string, number, number[], number]>([
    ['the day of the reading, the first time', -3, [], 0],
    ['the day on which it was played, after the last reading', -3, [-9, -8], -3],
    ['the day of the last reading, where it was read the day before too', -1, [-2, -1], -1],
    ['the day of the reading, where the last one tells not which side of it', -4, [-9, -4], 0],
    ['the day of the reading, where it was told days later', -5, [-2, -1], 0],
    ['the day of the reading, where Sony says a later one', 1, [-2, -1], 0],
  ])('%s', (_, last, listDays, day) => {
    const days = listDays.map((each) => TODAY + each);
    expect(dayOfTotal(played(last), days, MIDNIGHT)).toBe(TODAY + day);
  });

  test('the day of the reading, where nobody knows when it was played', () => {
    expect(dayOfTotal(-1, [TODAY - 2, TODAY - 1], MIDNIGHT)).toBe(TODAY);
  });
});

describe('a month', () => {
  const days: DatedTotal[] = [
    [10, 100, 1],
    [12, 200, 2],
  ];

  test.each<[string, DatedTotal, DatedTotal[]]>([
    ['gets another day', [13, 300, 3], [...days, [13, 300, 3]]],
    ['has the last total of a day', [12, 250, 3], [days[0]!, [12, 250, 3]]],
    ['has what Sony takes back', [14, 50, 1], [...days, [14, 50, 1]]],
    ['does not run backwards with the clock', [11, 300, 3], [days[0]!, [12, 300, 3]]],
  ])('%s', (_, total, expected) => {
    expect(withTotal(days, total)).toStrictEqual(expected);
    expect(days).toHaveLength(2);
  });

  test('counts what was played later on a day with that day, where more is known before', () => {
    expect(withTotal(days, [12, 250, 3], 13)).toStrictEqual([days[0]!, [12, 250, 3]]);
    expect(withTotal([[12, 200, 2]], [12, 250, 3], 13)).toStrictEqual([
      [12, 200, 2],
      [13, 250, 3],
    ]);
    expect(withTotal(days, [11, 250, 3], 13)).toStrictEqual([...days, [13, 250, 3]]);
  });

  test('has a day on which the list was read once, in order', () => {
    expect([10, 9, 10, 11].reduce<number[]>(withDay, [])).toStrictEqual([9, 10, 11]);
  });
});
