import { expect, test } from 'vitest';
import { goneSince, platinumEarned } from '@/utils/words/title-flags';

test('marks say since when', () => {
  const day = new Date(2027, 0, 18, 12).getTime();
  expect(platinumEarned(day, 'en-GB')).toBe('Platinum earned, 18 Jan 2027');
  expect(platinumEarned(null, 'en-GB')).toBe('Platinum earned');
  expect(goneSince(day, 'en-GB')).toBe('Removed from PlayStation since 18 Jan 2027');
});

test.each([0, -1, 1e15, 1e300])('%d is no day to say', (instant) => {
  expect(goneSince(instant, 'en-GB')).toBe('Removed from PlayStation');
  expect(platinumEarned(instant, 'en-GB')).toBe('Platinum earned');
});
