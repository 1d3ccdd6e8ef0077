import { describe, expect, test } from 'vitest';
import { ZONES, ZONE_HINTS, timeLeftWords } from '@/utils/words/token-life';
import { untilWhen } from '@/utils/words/token-life-end';
import { connectedLine } from '@/utils/words/token-life-line';

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
  const until = (over: boolean, guessed = false): string =>
    untilWhen(ENDS, { over, guessed }, 'en-GB');
  expect(until(false)).toBe('until 18 January');
  expect(until(false, true)).toBe('until about 18 January');
  expect(until(true)).toBe('since 18 January');
});

test('says in one line that all goes on', () => {
  expect(connectedLine(ENDS, true, 'en-GB')).toBe('Connected, renews itself, until 18 January');
  expect(connectedLine(ENDS, false, 'en-GB')).toBe('Connected, until 18 January');
});

test('each zone has words and a meaning of its own', () => {
  expect(new Set(Object.values(ZONES)).size).toBe(4);
  expect(new Set(Object.values(ZONE_HINTS)).size).toBe(4);
});
