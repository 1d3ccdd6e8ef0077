import { expect, test } from 'vitest';
import { tenthsOfPercent } from '@/utils/format/numbers';
import { rateThen } from '@/utils/words/rarity';

test.each([
  [41, 'en-GB', '4.1%'],
  [500, 'en-GB', '50.0%'],
  [0, 'en-GB', '0.0%'],
  [1000, 'en-GB', '100.0%'],
  [41, 'de-DE', '4,1\u00a0%'],
])('%d tenths in %s: %s', (rate, locale, words) => {
  expect(tenthsOfPercent(rate, locale)).toBe(words);
});

test('says what it was at another time', () => {
  expect(rateThen(41, 'en-GB')).toBe('4.1% when you earned it');
});
