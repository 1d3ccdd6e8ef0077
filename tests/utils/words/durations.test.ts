import { expect, test } from 'vitest';
import { playtime } from '@/utils/words/durations';

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
