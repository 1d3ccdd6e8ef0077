import { expect, test } from 'vitest';
import { SHADES, shadeOf } from '@/utils/domain/numbers/calendar-shades';

test.each([
  [0, [0]],
  [1, [1]],
  [2, [2, 3]],
  [3, [4, 5, 7]],
  [4, [8, 15]],
  [5, [16, 250]],
])('shade %d of a day is of these numbers of trophies: %j', (shade, trophies) => {
  for (const each of trophies) expect(shadeOf(each)).toBe(shade);
});

test('each shade begins where it says', () => {
  expect(SHADES.map(shadeOf)).toEqual([0, 1, 2, 3, 4, 5]);
});
