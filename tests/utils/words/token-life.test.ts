import { describe, expect, test } from 'vitest';
import { ZONES, ZONE_HINTS, timeLeftWords, untilWhen } from '@/utils/words/token-life';

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

test('each zone has words and a meaning of its own', () => {
  expect(new Set(Object.values(ZONES)).size).toBe(4);
  expect(new Set(Object.values(ZONE_HINTS)).size).toBe(4);
});
