import { expect, test } from 'vitest';
import {
  afterShort,
  afterWhole,
  isWholeDue,
  mayReadWhole,
  UNKNOWN_LIST,
  wasEverRead,
} from '@/utils/domain/sync/known-list';
import { FIRST_READING } from '@/utils/domain/sync/list-reading';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const TWO_READINGS = { ...FIRST_READING, number: 2 };

test('a list that falls short is due at once, and four times a day at most', () => {
  const read = { ...UNKNOWN_LIST, wholeAt: NOW };
  const once = { ...read, ...afterShort(read, TWO_READINGS, NOW) };
  expect([isWholeDue(once, NOW), mayReadWhole(once, NOW)]).toStrictEqual([true, true]);

  const twice = { ...once, ...afterShort(once, TWO_READINGS, NOW) };
  expect([isWholeDue(twice, NOW), mayReadWhole(twice, NOW)]).toStrictEqual([true, false]);
  expect(mayReadWhole(twice, NOW + DAY)).toBe(true);

  const whole = { ...twice, ...afterWhole(twice, { ...FIRST_READING, total: 0 }, NOW + DAY) };
  expect([isWholeDue(whole, NOW + DAY), mayReadWhole(whole, NOW + DAY)]).toEqual([false, true]);
});

test('what was read short was read once', () => {
  expect(wasEverRead(UNKNOWN_LIST)).toBe(false);
  expect(wasEverRead({ ...UNKNOWN_LIST, ...afterShort(UNKNOWN_LIST, TWO_READINGS, NOW) })).toBe(
    true,
  );
});
