import { expect, test } from 'vitest';
import { groups } from '@/utils/words/game';

test.each([
  [1, 'Base game'],
  [2, 'Base game and 1 add-on'],
  [4, 'Base game and 3 add-ons'],
  [0, 'Base game'],
  [null, 'Base game and add-ons'],
])('%j groups are: %s', (groupCount, words) => {
  expect(groups(groupCount, 'en-GB')).toBe(words);
});
