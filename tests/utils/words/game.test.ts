import { expect, test } from 'vitest';
import { daysBetween, groups } from '@/utils/words/game';

test.each([
  [1, 'Base game'],
  [2, 'Base game and 1 add-on'],
  [4, 'Base game and 3 add-ons'],
  [0, 'Base game'],
  [null, 'Base game and add-ons'],
])('%j groups are: %s', (groupCount, words) => {
  expect(groups(groupCount, 'en-GB')).toBe(words);
});

test.each([
  [new Date(2026, 10, 2, 0, 1), new Date(2026, 10, 2, 23, 59), 'on the same day'],
  [new Date(2026, 10, 2, 23, 59), new Date(2026, 10, 3, 0, 1), '1 day after the first'],
  [new Date(2026, 10, 2, 23, 59), new Date(2026, 10, 29, 0, 1), '27 days after the first'],
])('from %o to %o: %s', (first, last, words) => {
  expect(daysBetween(first.getTime(), last.getTime(), 'en-GB')).toBe(words);
});

test('no days between where one of the two is not known', () => {
  expect(daysBetween(null, 1, 'en-GB')).toBe('');
  expect(daysBetween(1, null, 'en-GB')).toBe('');
});
