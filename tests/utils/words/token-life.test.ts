import { describe, expect, test } from 'vitest';
import { bothClocks, clocksInShort, timeLeftWords, untilWhen } from '@/utils/words/token-life';

const ENDS = new Date(2027, 0, 18, 14, 32).getTime();

describe('the time left', () => {
  test.each([
    [{ value: 57, unit: 'day' }, '57 days left'],
    [{ value: 1, unit: 'hour' }, '1 hour left'],
    [{ value: 47, unit: 'hour' }, '47 hours left'],
    [{ value: 1, unit: 'minute' }, '1 minute left'],
    [{ value: 0, unit: 'minute' }, 'Less than a minute left'],
  ] as const)('%o reads %s', (left, words) => {
    expect(timeLeftWords(left, 'en-GB')).toBe(words);
  });
});

test('says until when, and since when it is over', () => {
  expect(untilWhen(ENDS, false, 'en-GB')).toBe('until 18 Jan 2027');
  expect(untilWhen(ENDS, true, 'en-GB')).toBe('since 18 Jan 2027');
});

test('says plainly where Sony did not name the end of the sign-in', () => {
  expect(bothClocks(ENDS, null, 'en-GB')).toContain('did not say');
  expect(clocksInShort(ENDS, null, 'en-GB')).toContain('sign-in not known');
});

test('names both clocks', () => {
  const words = bothClocks(ENDS, ENDS + 86_400_000, 'en-GB');
  expect(words).toContain('18 January 2027 at 14:32');
  expect(words).toContain('19 January 2027 at 14:32');
});
