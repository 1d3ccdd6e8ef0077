import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubtedSpansOf, playSpansOf, type RecordedPlay } from '@/utils/domain/numbers/play-spans';
import { dayNumber } from '@/tests/support/civil-days.ts';

const HOUR = 3_600;
const NOV_24 = dayNumber('2026-11-24');
const NOV_26 = NOV_24 + 2;
const OLD = { firstPlayedDay: 20_000, lastPlayedDay: null };

/** A game's totals on these days, in hours. */
function playedOn(...totals: [day: number, hours: number][]): RecordedPlay {
  return { ...OLD, totals: totals.map(([day, hours]) => [day, hours * HOUR, null]) };
}

test('what a total grew by was played on one of the days since the list was read before', () => {
  const play = playedOn([NOV_24, 10], [NOV_26, 13]);
  expect(playSpansOf(play, [NOV_24, NOV_26])).toEqual([
    { first: NOV_24 + 1, last: NOV_26, seconds: 3 * HOUR },
  ]);
});

test('days on which the list was read and the total had not changed are none of them', () => {
  const play = playedOn([NOV_24 - 20, 10], [NOV_26, 13]);
  expect(playSpansOf(play, [NOV_24 - 20, NOV_24 - 3, NOV_24 + 1, NOV_26])).toEqual([
    { first: NOV_26, last: NOV_26, seconds: 3 * HOUR },
  ]);
});

test('between the readings of two days in a row it is the day that Sony names', () => {
  const play = playedOn([NOV_24, 10], [NOV_24 + 1, 12]);
  const on = (lastPlayedDay: number | null) =>
    playSpansOf({ ...play, lastPlayedDay }, [NOV_24, NOV_24 + 1])[0];
  expect(on(NOV_24)).toEqual({ first: NOV_24, last: NOV_24, seconds: 2 * HOUR });
  expect(on(NOV_24 + 1)).toEqual({ first: NOV_24 + 1, last: NOV_24 + 1, seconds: 2 * HOUR });
  expect(on(null)).toEqual({ first: NOV_24 + 1, last: NOV_24 + 1, seconds: 2 * HOUR });
});

test('what Sony names now says nothing of earlier totals', () => {
  const play = playedOn([NOV_24, 10], [NOV_24 + 1, 12], [NOV_24 + 2, 13]);
  const spans = playSpansOf({ ...play, lastPlayedDay: NOV_24 }, [NOV_24, NOV_24 + 1, NOV_24 + 2]);
  expect(spans.map(({ first }) => first)).toEqual([NOV_24 + 1, NOV_24 + 2]);
});

test('what a total grew by between two of one day was played on it', () => {
  const day = { first: NOV_24, last: NOV_24, seconds: 3 * HOUR };
  const play = playedOn([NOV_24, 10], [NOV_24, 13], [NOV_26, 13]);
  expect(playSpansOf(play, [NOV_24, NOV_26])).toEqual([day]);
  expect(playSpansOf({ ...play, lastPlayedDay: NOV_24 }, [NOV_24 - 1, NOV_24])).toEqual([day]);
});

test('a total that falls brings nothing, and the next one is told from it', () => {
  const play = playedOn([NOV_24, 10], [NOV_24 + 1, 4], [NOV_26, 5]);
  expect(playSpansOf(play, [NOV_24, NOV_24 + 1, NOV_26])).toEqual([
    { first: NOV_26, last: NOV_26, seconds: HOUR },
  ]);
});

test('the first total was played before anybody asked, but for a game that is new', () => {
  const first = playedOn([NOV_26, 6]);
  expect(playSpansOf(first, [NOV_24, NOV_26])).toEqual([]);
  expect(playSpansOf({ ...first, firstPlayedDay: null }, [NOV_24, NOV_26])).toEqual([]);
  expect(playSpansOf({ ...first, firstPlayedDay: NOV_24 - 1 }, [NOV_24, NOV_26])).toEqual([]);
  // Begun after the list was read that day: it would have been in it.
  expect(playSpansOf({ ...first, firstPlayedDay: NOV_24 }, [NOV_24, NOV_26])).toEqual([
    { first: NOV_24, last: NOV_26, seconds: 6 * HOUR },
  ]);
  expect(playSpansOf({ ...first, firstPlayedDay: NOV_24 + 1 }, [NOV_24, NOV_26])).toEqual([
    { first: NOV_24 + 1, last: NOV_26, seconds: 6 * HOUR },
  ]);
  // Nobody had asked before that day.
  expect(playSpansOf({ ...first, firstPlayedDay: NOV_26 }, [NOV_26])).toEqual([]);
});

test('what was played since the first total is its growth, wherever it fell in between', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: -3, max: 9 })));
  fc.assert(
    fc.property(steps, (grown) => {
      let [day, hours] = [NOV_24, 50];
      const totals = grown.map(([days, more]): [number, number] => [
        (day += days),
        (hours += more),
      ]);
      const spans = playSpansOf(playedOn([NOV_24, 50], ...totals), [NOV_24]);
      const gained = grown.reduce((sum, [, more]) => sum + Math.max(0, more), 0);
      expect(spans.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(gained * HOUR);
      spans.forEach(({ first, last }, index) => {
        expect(first).toBeLessThanOrEqual(last);
        expect(first).toBeGreaterThan(spans[index - 1]?.last ?? NOV_24);
      });
    }),
  );
});

test('after the day that Sony names as the last nothing was played', () => {
  const play = playedOn([NOV_24, 10], [NOV_24 + 7, 13]);
  const on = (lastPlayedDay: number | null) =>
    playSpansOf({ ...play, lastPlayedDay }, [NOV_24 + 2])[0];
  const first = NOV_24 + 3;
  expect(on(NOV_24 + 6)).toEqual({ first, last: NOV_24 + 6, seconds: 3 * HOUR });
  expect(on(NOV_24 + 9)).toEqual({ first, last: NOV_24 + 7, seconds: 3 * HOUR });
  // It was played since, whatever Sony says.
  expect(on(NOV_24)).toEqual({ first, last: NOV_24 + 7, seconds: 3 * HOUR });
});

test('a total that grows by more than there are hours is another one from there on', () => {
  const play = playedOn([NOV_24, 10], [NOV_24 + 1, 2_000], [NOV_26, 2_003]);
  const read = [NOV_24, NOV_24 + 1, NOV_26];
  expect(playSpansOf(play, read)).toEqual([{ first: NOV_26, last: NOV_26, seconds: 3 * HOUR }]);
  // It was played on that day, for an unknown time.
  expect(doubtedSpansOf(play, read)).toEqual([{ first: NOV_24 + 1, last: NOV_24 + 1 }]);
  // Two days and nights.
  const most = playedOn([NOV_24, 10], [NOV_24 + 1, 58]);
  expect(playSpansOf(most, read)).toMatchObject([{ seconds: 48 * HOUR }]);
  expect(doubtedSpansOf(most, read)).toEqual([]);
});

test('what a console tells late was played on any day since the total before', () => {
  const daily = Array.from({ length: 11 }, (_, n) => NOV_24 + n);
  const play = playedOn([NOV_24, 10], [NOV_24 + 10, 70]);
  expect(playSpansOf(play, daily)).toEqual([
    { first: NOV_24 + 1, last: NOV_24 + 10, seconds: 60 * HOUR },
  ]);
  expect(playSpansOf(playedOn([NOV_24, 10], [NOV_24 + 10, 10 + 11 * 24]), daily)).toHaveLength(1);
  expect(playSpansOf(playedOn([NOV_24, 10], [NOV_24 + 10, 11 + 11 * 24]), daily)).toEqual([]);
  // What fits into the last day is of that.
  expect(playSpansOf(playedOn([NOV_24, 10], [NOV_24 + 10, 12]), daily)).toMatchObject([
    { first: NOV_24 + 10 },
  ]);
});

test('of totals that are dated of days to come the last alone is believed, up to the day that Sony names', () => {
  const ahead = NOV_26 + 400;
  const play = playedOn([NOV_24, 10], [ahead, 13], [ahead + 1, 33]);
  const now = { ...play, lastPlayedDay: NOV_26, today: NOV_26 + 6 };
  expect(playSpansOf(now, [NOV_24])).toEqual([
    { first: NOV_24 + 1, last: NOV_26, seconds: 23 * HOUR },
  ]);
});
