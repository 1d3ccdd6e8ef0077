import fc from 'fast-check';
import { expect, test } from 'vitest';
import { playtime, playtimeOf, roughly } from '@/utils/words/durations';

test.each([
  [0, 'under a minute'],
  [59, 'under a minute'],
  [60, '1 min'],
  [59 * 60, '59 min'],
  [3_600, '1 hr'],
  [3_600 + 12 * 60, '1 hr 12 min'],
  [99 * 3_600 + 59 * 60, '99 hrs 59 min'],
  [100 * 3_600 + 59 * 60, '100 hrs'],
  [1_234 * 3_600, '1,234 hrs'],
])('%d seconds are %s', (seconds, words) => {
  expect(playtime(seconds, 'en-GB').replaceAll('mins', 'min')).toBe(words);
});

test.each([
  [3_600, false, '1 hr'],
  [3_600, true, 'at least 1 hr'],
  [0, false, 'under a minute'],
  [0, true, '–'],
  [null, false, '–'],
])(
  '%j known seconds, more of them unknown: %s, are %s',
  (playSeconds, isPlaytimePartial, words) => {
    expect(playtimeOf({ playSeconds, isPlaytimePartial }, 'en-GB')).toBe(words);
  },
);

const MINUTE = 60_000;

test.each([
  [-5 * MINUTE, 'a few seconds'],
  [0, 'a few seconds'],
  [10_001, 'about 10 seconds'],
  [54_999, 'about 50 seconds'],
  [89_000, 'about 1 minute'],
  [59 * MINUTE, 'about 59 minutes'],
  [89 * MINUTE, 'about 1 hour 30 minutes'],
  [8 * 60 * MINUTE, 'about 8 hours'],
  [601 * MINUTE, 'about 10 hours'],
])('%d ms are %s', (milliseconds, words) => {
  expect(roughly(milliseconds, 'en-GB')).toBe(words);
});

test('whatever it is, a longer time is not said to be shorter', () => {
  const inSeconds = (words: string): number => {
    const units = { second: 1, minute: 60, hour: 3_600 };
    const parts = [...words.matchAll(/([\d,]+) (second|minute|hour)/g)];
    return parts.reduce(
      (sum, [, number, unit]) =>
        sum + Number(number?.replace(',', '')) * units[unit as keyof typeof units],
      0,
    );
  };
  const times = fc.double({ min: -1e6, max: 1e8, noNaN: true });
  fc.assert(
    fc.property(times, times, (one, other) => {
      const [short, long] = one < other ? [one, other] : [other, one];
      expect(inSeconds(roughly(short, 'en-GB'))).toBeLessThanOrEqual(
        inSeconds(roughly(long, 'en-GB')),
      );
    }),
  );
});
