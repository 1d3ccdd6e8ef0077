import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKnown } from '@/utils/domain/library/instant';
import { instantOf, sortedInstantOf } from '@/utils/psn/instants';

const NOW = Date.UTC(2026, 10, 22, 12);

describe('an instant', () => {
  test.each([
    ['2020-03-06T23:35:08Z', Date.UTC(2020, 2, 6, 23, 35, 8)],
    ['2021-11-22T17:51:21.78Z', Date.UTC(2021, 10, 22, 17, 51, 21, 780)],
    ['2020-03-01T20:00:34.000000Z', Date.UTC(2020, 2, 1, 20, 0, 34)],
    ['2006-11-01T00:00:00Z', Date.UTC(2006, 10, 1)],
    ['2020-02-29T08:35:08+09:00', Date.UTC(2020, 1, 28, 23, 35, 8)],
    ['2020-02-29T08:35:08+0900', Date.UTC(2020, 1, 28, 23, 35, 8)],
    ['2020-02-29T08:35:08,5+09', Date.UTC(2020, 1, 28, 23, 35, 8, 500)],
    ['2020-03-06t23:35:08z', Date.UTC(2020, 2, 6, 23, 35, 8)],
    ['2026-11-23T12:00:00Z', NOW + 86_400_000],
  ])('%s is read', (text, instant) => {
    expect(instantOf(text, NOW)).toBe(instant);
    expect(sortedInstantOf(text, NOW)).toBe(instant);
  });

  test.each([
    '2026-11-23T12:00:01Z',
    '2061-01-01T00:00:00Z',
    '2006-10-31T23:59:59Z',
    '1970-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '0000-00-00',
    '2020-02-31T25:00:00Z',
    // Days that are none: one browser counts on into the next month, another does not.
    '2020-02-30T10:00:00Z',
    '2021-02-29T10:00:00+09:00',
    '2020-04-31T10:00:00Z',
    '2020-03-06T23:35:08',
    '2020',
    'yesterday',
    '',
    null,
    undefined,
  ])('%j is not known, and sorted last', (text) => {
    expect(instantOf(text, NOW)).toBeNull();
    expect(isKnown(sortedInstantOf(text, NOW))).toBe(false);
  });
});

test('whatever the text is, it has a number to sort by, and always the same', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(Number.isSafeInteger(sortedInstantOf(text, NOW))).toBe(true);
      expect(sortedInstantOf(text, NOW)).toBe(sortedInstantOf(text, NOW));
    }),
  );
});
