import fc from 'fast-check';
import { expect, test } from 'vitest';
import { playtime, roughly } from '@/utils/words/durations';

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

const MINUTE = 60_000;

test.each([
  [-5 * MINUTE, 'about 10 sec'],
  [0, 'about 10 sec'],
  [10_001, 'about 20 sec'],
  [50_000, 'about 50 sec'],
  [50_001, 'about 1 min'],
  [89_000, 'about 2 min'],
  [89 * MINUTE, 'about 89 min'],
  [90 * MINUTE, 'about 2 hrs'],
  [149 * MINUTE, 'about 2 hrs'],
  [150 * MINUTE, 'about 3 hrs'],
])('%d ms are %s', (milliseconds, words) => {
  const said = roughly(milliseconds, 'en-GB').replaceAll('mins', 'min').replaceAll('secs', 'sec');
  expect(said).toBe(words);
});

test('whatever it is, a longer time is not said to be shorter', () => {
  const inSeconds = (words: string): number => {
    const [, number, unit] = /^about ([\d,]+) (sec|min|hr)s?$/.exec(words) ?? [];
    const units = { sec: 1, min: 60, hr: 3_600 };
    return Number(number?.replace(',', '')) * units[unit as keyof typeof units];
  };
  const times = fc.double({ min: -1e6, max: 1e8, noNaN: true });
  fc.assert(
    fc.property(times, times, (one, other) => {
      const [short, long] = one < other ? [one, other] : [other, one];
      const said = [short, long].map((time) => inSeconds(roughly(time, 'en-GB')));
      expect(said[0]).toBeGreaterThan(0);
      expect(said[0]).toBeLessThanOrEqual(said[1] ?? 0);
    }),
  );
});
