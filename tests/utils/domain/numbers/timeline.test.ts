import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityOf, timelineRows } from '@/utils/domain/numbers/timeline';
import { dayNumber } from '@/tests/support/civil-days.ts';

const TODAY = dayNumber('2026-11-26');
const open = { isCompleted: false, isRetired: false, isGone: false };

test('a game is being played for 90 days after it was', () => {
  expect(activityOf({ ...open, lastDay: dayNumber('2026-08-28') }, TODAY)).toBe('playing');
  expect(activityOf({ ...open, lastDay: dayNumber('2026-08-27') }, TODAY)).toBe('stalled');
});

test('what is done is done, whenever it was played, and what is given up is not played', () => {
  expect(activityOf({ ...open, isCompleted: true, isRetired: true, lastDay: TODAY }, TODAY)).toBe(
    'completed',
  );
  expect(activityOf({ ...open, isRetired: true, lastDay: TODAY }, TODAY)).toBe('retired');
});

test('what PlayStation lists no more is neither played nor left lying', () => {
  const gone = { ...open, isGone: true };
  for (const lastDay of [TODAY, 1]) expect(activityOf({ ...gone, lastDay }, TODAY)).toBe('gone');
  expect(activityOf({ ...gone, isCompleted: true, lastDay: 1 }, TODAY)).toBe('completed');
});

const bar = (first: number, last: number) => ({ first, last });

test('each bar lies in the first row that is free', () => {
  expect(timelineRows([bar(1, 5), bar(2, 3), bar(4, 9), bar(6, 7)])).toEqual([0, 1, 1, 0]);
});

test('a bar that begins on the day on which another ends needs another row', () => {
  expect(timelineRows([bar(1, 5), bar(5, 5), bar(6, 6)])).toEqual([0, 1, 0]);
});

test('bars may come in any order', () => {
  expect(timelineRows([bar(6, 7), bar(4, 9), bar(2, 3), bar(1, 5)])).toEqual([0, 1, 1, 0]);
  expect(timelineRows([])).toEqual([]);
});

test('no bar lies on another, and there are no more rows than bars on the fullest day', () => {
  const anyBar = fc.tuple(fc.nat(60), fc.nat(9)).map(([first, more]) => bar(first, first + more));
  fc.assert(
    fc.property(fc.array(anyBar, { maxLength: 30 }), (bars) => {
      const rows = timelineRows(bars);
      const onDay = (day: number) =>
        rows.filter((_, index) => bars[index]!.first <= day && day <= bars[index]!.last);
      const days = Array.from({ length: 70 }, (_, day) => onDay(day));
      for (const there of days) expect(new Set(there).size).toBe(there.length);
      const fullest = Math.max(0, ...days.map(({ length }) => length));
      expect(Math.max(-1, ...rows) + 1).toBe(fullest);
    }),
  );
});
