import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthsBetween, weeksBetween } from '@/utils/domain/numbers/day-spans';
import { playedTimeIn } from '@/utils/domain/numbers/played-time';
import { hoursOf } from '@/utils/domain/numbers/rounding';
import { dayNumber } from '@/tests/support/civil-days.ts';

const HOUR = 3_600;
const MONDAY = 0;
const NOV_24 = dayNumber('2026-11-24');
const DEC_31 = dayNumber('2026-12-31');
const NOVEMBER = monthsBetween(NOV_24, NOV_24);

test('three hours between two readings in November are three hours of November', () => {
  const span = { first: NOV_24 + 1, last: NOV_24 + 2, seconds: 3 * HOUR };
  const [november] = playedTimeIn(NOVEMBER, [span], [NOV_24, NOV_24 + 2]);
  expect(november).toMatchObject({ isEstimated: false, isPartial: true });
  expect(hoursOf(november?.seconds ?? NaN)).toBe(3);
});

test('a span over the end of a month is split by its days, and that is said', () => {
  const span = { first: dayNumber('2026-11-30'), last: dayNumber('2026-12-02'), seconds: 3 * HOUR };
  const months = monthsBetween(span.first, span.last);
  const played = playedTimeIn(months, [span], [dayNumber('2026-10-01'), DEC_31]);
  expect(played).toEqual([
    { ...months[0], seconds: HOUR, isEstimated: true, isPartial: false },
    { ...months[1], seconds: 2 * HOUR, isEstimated: true, isPartial: false },
  ]);
});

test('weeks before the first reading, and after the last, are not known, and none of them is 0', () => {
  const weeks = weeksBetween(NOV_24 - 14, NOV_24 + 14, MONDAY);
  const played = playedTimeIn(weeks, [], [NOV_24, NOV_24 + 6]);
  expect(played.map(({ seconds }) => seconds)).toEqual([null, null, 0, 0, null]);
  expect(played.map(({ isPartial }) => isPartial)).toEqual([false, false, true, true, false]);
});

test('hours that two readings have told are counted before the list is read whole again', () => {
  const spans = [1, 2].map((day) => ({
    ...{ first: NOV_24 + day, last: NOV_24 + day, seconds: HOUR },
  }));
  const weeks = weeksBetween(NOV_24, NOV_24 + 14, MONDAY);
  // Whole on Tuesday, weeks before, and on none of the days on which it was played.
  expect(playedTimeIn(weeks, spans, [NOV_24 - 20, NOV_24 - 14])).toMatchObject([
    { seconds: 2 * HOUR, isPartial: true },
    { seconds: null },
    { seconds: null },
  ]);
});

test('where the list was never read, or once, nothing is known', () => {
  expect(playedTimeIn(NOVEMBER, [], [])).toMatchObject([{ seconds: null }]);
  expect(playedTimeIn(NOVEMBER, [], [NOV_24])).toMatchObject([{ seconds: null }]);
});

test('the months of all spans add up to them', () => {
  const anySpan = fc
    .tuple(fc.nat(300), fc.nat(40), fc.nat(50 * HOUR))
    .map(([from, more, seconds]) => ({
      ...{ first: NOV_24 + from, last: NOV_24 + from + more, seconds },
    }));
  fc.assert(
    fc.property(fc.array(anySpan), (spans) => {
      const months = monthsBetween(NOV_24, NOV_24 + 400);
      const played = playedTimeIn(months, spans, [NOV_24 - 90, NOV_24 + 500]);
      const sum = played.reduce((sum, { seconds }) => sum + (seconds ?? NaN), 0);
      expect(sum).toBeCloseTo(
        spans.reduce((sum, { seconds }) => sum + seconds, 0),
        3,
      );
    }),
  );
});

test('a month with days on which nobody knows for how long is known in part, and never 0', () => {
  const read = [dayNumber('2026-10-01'), DEC_31];
  const doubted = [{ first: NOV_24, last: NOV_24 }];
  const span = { first: NOV_24 + 2, last: NOV_24 + 2, seconds: HOUR };
  const of = (spans: (typeof span)[]) => playedTimeIn(NOVEMBER, spans, read, doubted)[0];
  expect(of([span])).toMatchObject({ seconds: HOUR, isPartial: true });
  expect(of([])).toMatchObject({ seconds: null });
  expect(playedTimeIn(NOVEMBER, [], read)[0]).toMatchObject({ seconds: 0, isPartial: false });
});
