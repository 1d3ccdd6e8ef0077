import { expect, test } from 'vitest';
import { atLeast } from '@/utils/words/at-least';
import { UNKNOWN_SIGN } from '@/utils/words/unknown';

test('a sum of which something is not known is at least so much, and of none it is not known', () => {
  expect(atLeast(12, 'en-US')).toBe('12+');
  expect(atLeast(1_200, 'en-US')).toBe('1,200+');
  expect(atLeast(0, 'en-US')).toBe(UNKNOWN_SIGN);
});
