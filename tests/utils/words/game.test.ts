import { expect, test } from 'vitest';
import { gameGoneSince, groups, platinumEarned } from '@/utils/words/game';

test.each([
  [1, 'Base game'],
  [2, 'Base game and 1 add-on'],
  [4, 'Base game and 3 add-ons'],
  [0, 'Base game'],
])('%d groups are: %s', (groupCount, words) => {
  expect(groups(groupCount, 'en-GB')).toBe(words);
});

test('marks say since when', () => {
  const day = new Date(2027, 0, 18, 12).getTime();
  expect(platinumEarned(day, 'en-GB')).toBe('Platinum earned, 18 Jan 2027');
  expect(platinumEarned(null, 'en-GB')).toBe('Platinum earned');
  expect(gameGoneSince(day, 'en-GB')).toBe('Not on PSN since 18 Jan 2027');
});
