import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secondsOf } from '@/utils/psn/play-duration';

test.each([
  ['PT226H55M18S', 226 * 3_600 + 55 * 60 + 18],
  ['PT8M', 480],
  ['PT5M22S', 322],
  ['PT1.5S', 1],
  ['PT1,5S', 1],
  ['PT1.5H', 5_400],
  ['PT0.5M', 30],
  ['PT0.29H', 1_044],
  ['PT0S', 0],
  ['P1D', 86_400],
  ['P1DT2H', 93_600],
  ['P2W', 14 * 86_400],
  ['P0Y0M1DT2H3M4S', 93_784],
  ['pt1h', 3_600],
])('%s is %i seconds', (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds);
});

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  'PT5',
  '5M',
  'PT5M3H',
  'PT-5M',
  '-PT5M',
  'PT1e3S',
  'P1Y',
  'P1M',
  'PT5M ',
  `PT${'9'.repeat(400)}H`,
  'PT9999999999S',
])('%j is not known', (duration) => {
  expect(secondsOf(duration)).toBeNull();
});

test('however the same time is written, it is as long', () => {
  fc.assert(
    fc.property(
      fc.nat(999),
      fc.nat(23),
      fc.nat(59),
      fc.nat(59),
      (days, hours, minutes, seconds) => {
        const sum = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
        const rest = `${String(minutes)}M${String(seconds)}S`;
        expect(secondsOf(`P${String(days)}DT${String(hours)}H${rest}`)).toBe(sum);
        expect(secondsOf(`PT${String(days * 24 + hours)}H${rest}`)).toBe(sum);
      },
    ),
  );
});
